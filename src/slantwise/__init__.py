"""slantwise: loaded framing in news articles, whose words it is, and how outlets differ."""
