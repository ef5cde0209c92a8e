"""One module a page: `compose(page, view)` lays the view out; nothing here keeps anything."""
