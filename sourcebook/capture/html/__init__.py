"""Pages to their visible text: HTML as a file, and as a browser saves it with all its parts."""

from sourcebook.capture.html.page import mail_page, page_text
from sourcebook.capture.html.saved_page import saved_page_text

__all__ = ["mail_page", "page_text", "saved_page_text"]
