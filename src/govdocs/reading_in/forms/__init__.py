"""The two forms of a filing, read by their labels and heads."""
