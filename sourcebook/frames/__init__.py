"""MkDocs and Material draw a page of each section once; thousands of pages are poured into it.

The one package that knows MkDocs and the theme. Nothing heavy is imported until a frame has to be
drawn again: as long as the cache is valid, MkDocs is not even imported.
"""

from sourcebook.frames.errors import FrameError
from sourcebook.frames.frame import Frame, slot, toc_html
from sourcebook.frames.shell import Shell, load_shell

__all__ = ["Frame", "FrameError", "Shell", "load_shell", "slot", "toc_html"]
