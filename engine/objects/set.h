#pragma once
// What the files about sets share; the rest is in containers.h. Each of these leaves the table as
// the function of CPython it stands for does. Keys whose equality is the program's own are compared
// by identity here: ask needs_python() first.

#include "engine/objects/containers.h"

namespace awaitscope {

void set_resize(Set* set, uint32_t more_than);  // to a power of two larger than that
bool set_add_hashed(Set* set, Value key, uint64_t hash);
bool set_discard_hashed(Set* set, Value key, uint64_t hash);
void set_delete_at(Set* set, int32_t at);
// A key that set_candidate() has not found, walking past `deleted`.
void set_insert_walked(Set* set, uint64_t hash, Value key, int32_t deleted);
Ref set_pop(Set* set);  // null, nothing pending: it is empty
void set_merge(Set* set, const Set* other);
// Makes room for what set_merge() adds, and does it if nothing has to be compared: true then.
bool set_merge_begins(Set* set, const Set* other);
void set_make_room(Set* set, uint32_t more);
void set_merge_keys(Set* set, const Dict* dict);
Ref set_copy(const Set* set, bool frozen);
void set_drop_deleted(Set* set);  // where more than a quarter is deleted entries

}  // namespace awaitscope
