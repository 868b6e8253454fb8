"""Loading the samples: a module a room, all through the verbs that the screens call."""
