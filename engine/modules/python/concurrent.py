# concurrent: a package, of which there is concurrent.futures.
