#pragma once
// Attributes of objects. Specified in:
// https://docs.python.org/3.11/reference/datamodel.html#customizing-attribute-access

#include "engine/machine/native.h"

namespace awaitscope {

// True: done, `result` null where an exception is pending. With `self` given and a function found
// on the type, that is left unbound: result is the function and *self the object.
bool get_attribute_fast(Value object, Str* name, Ref& result, Value* self = nullptr);
bool set_attribute_fast(Value object, Str* name, Value value, bool& ok);  // value null: delete
Native get_attribute_slow(Ref object, Ref name);
Native set_attribute_slow(Ref object, Ref name, Ref value);
Native plain_get_attribute(Ref object, Ref name);  // object.__getattribute__
bool plain_set_attribute_fast(Value object, Str* name, Value value, bool& ok);
Native plain_set_attribute(Ref object, Ref name, Ref value);  // object.__setattr__, __delattr__
// Where an instance has an attribute that is its own whatever its class has: others of the class
// will have it there, too. How: getattribute to read it, setattr to set it.
void remember_attribute(Cache& cache, const Instance* instance, Str* name, Special how);
// Has the class a method of its own in the place of object's: getattribute, setattr or delattr?
bool has_own_access(Type* type, Special special);
Dict* attributes_of(Object* object, bool make);  // the instance's dict; null where it has none
Ref bind_descriptor_fast(Value found, Value object, Type* type, bool& needs_python);
Ref new_slot_member(Str* name, Type* owner, uint32_t offset);  // descriptor of a __slots__ entry

void register_attributes();

}  // namespace awaitscope
