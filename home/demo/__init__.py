"""The demo's pages: data files in two languages, and what loads them."""
