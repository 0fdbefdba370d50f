"""Leads the fuzzer to things that are there: a made-up operator or product is refused before anything is read."""

import os
import random

import schemathesis

KNOWN = {name[len("KNOWN_"):].lower(): value for name, value in os.environ.items() if name.startswith("KNOWN_")}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Has each seed begin somewhere else: time ends before every place was asked everything."""
    paths = list(raw_schema["paths"].items())
    random.Random(os.environ.get("FUZZ_SEED", "1")).shuffle(paths)
    raw_schema["paths"] = dict(paths)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Puts what is known in the place of most names; the rest go on to be nonsense."""
    if not path_parameters:
        return path_parameters
    for name, value in KNOWN.items():
        if name in path_parameters and sum(map(ord, str(path_parameters[name]))) % 5 != 0:
            path_parameters[name] = value
    return path_parameters


@schemathesis.hook
def filter_path_parameters(context, path_parameters):
    """Takes nobody's own token from them: the tool learns names from answers, and whoever is signed out finds nothing more."""
    return os.environ.get("FUZZ_OWN_TOKEN") not in (path_parameters or {}).values()
