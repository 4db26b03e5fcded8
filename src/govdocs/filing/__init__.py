"""One case becomes its folder of papers: load, check, fill, gate, write all or nothing."""
