#pragma once
// Weak references: kReferred marks the objects that there are any to.

#include "engine/objects/objects.h"

namespace awaitscope {

class Native;

void forget_referred(Object* object);  // it goes: its references are dead, their callbacks due
bool is_weak_reference(Value value);
Native call_weak_callback(Ref reference);
void register_weak_references();
void add_weak_references(Dict* module);  // to _engine

}  // namespace awaitscope
