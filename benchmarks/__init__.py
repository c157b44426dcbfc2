"""Speed: a seeded dataset of any size, and what building it costs."""
