"""F121–F124 and F501–F517: figures and claims of the prose."""
