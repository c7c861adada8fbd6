"""What people say of the facts that were found: actions kept beside a plan, laid over its extraction, counted, exchanged, shown in a browser."""
