#pragma once
// Dicts and sets where the program's own __hash__ and __eq__ have a say: finding, storing and
// removing a key, and what is made of these for whole containers. The interpreter's instructions
// and the methods of the builtin types both come here when a key is no int or str.
//
// An __eq__ may do anything to the container it is asked for. As in CPython the search goes on
// where it was if the table and the key that was asked are still there, and begins again if they
// are not. Whole containers are gone through as they are at each step.

#include "engine/machine/native.h"
#include "engine/objects/objects.h"

namespace awaitscope {

// A hash from what hash_of() gave; false: it is no integer, TypeError is pending.
bool hash_from(Value answer, uint64_t& hash);

// --- dicts ---
// The index of the entry with a key, or -1, as an int. It holds until other code runs.
Native find_entry(Ref dict, Ref key, uint64_t hash);
Native find_key(Ref dict, Ref key, uint64_t* hash);  // the same; `hash` is set
Native store_entry(Ref dict, Ref key, uint64_t hash, Ref value);
Native store_key(Ref dict, Ref key, Ref value);
Native keyed_item(Ref dict, Ref key);  // dict[key]; else __missing__, else KeyError
Native delete_key(Ref dict, Ref key);
Native dict_has(Ref dict, Ref key);
// dict.update(): of a dict, or of what has keys().
Native merge_dict(Ref dict, Ref other);
Native merge_mapping(Ref dict, Ref mapping);

// Whether a dict can be gone through without asking it: neither its iteration nor its keys() are
// the program's own.
bool is_plain_dict(Value value);

// --- sets ---
// The place of a key in the table, or -1, as an int. It holds until other code runs.
Native find_element(Ref set, Ref key, uint64_t hash);
Native add_element(Ref set, Ref key, uint64_t hash);
Native add_key(Ref set, Ref key);
Native discard_element(Ref set, Ref key, uint64_t hash);  // True: it was there
Native discard_key(Ref set, Ref key);
Native set_has(Ref set, Ref key);
Native set_update(Ref set, Ref iterable);

}  // namespace awaitscope
