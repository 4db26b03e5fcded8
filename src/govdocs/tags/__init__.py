"""The tag language of templates and prose: one sandboxed environment, values, filters, fields."""
