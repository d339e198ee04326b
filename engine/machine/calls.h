#pragma once
// Calling, linking code, generators: what the parts of the machine share. Not for other layers.

#include <string_view>

#include "engine/machine/native.h"
#include "engine/objects/frame.h"

namespace awaitscope {

// --- code and functions ---
// A CodeObject with all nested ones. `file`: null for the engine's own modules; only the code of
// kProgramFile leaves events.
Ref link(std::shared_ptr<const Code> code, Str* file);
Ref new_function(CodeObject* code, Dict* globals, Value qualname);
Ref new_method(Value function, Value self);

void destroy_code(Object* code);  // TypeSlots::destroy

// --- frames ---
// A frame for a call of `function` (a reference to it is taken over), its slots null, its cells
// made once the arguments are in place (make_cells). Its type is frame, generator, coroutine ...
PyFrame* new_frame(Function* function);
void make_cells(PyFrame* frame);
void clear_frame(PyFrame* frame);  // releases locals and stack
void give_up(Frame* generator);    // it is finished without running any more
void free_frame(PyFrame* frame);   // of a call that has returned, which nobody else refers to
// The dict in which a function's frame gives its variables, always the same one: it also keeps what
// exec() has put there. Of a module or the body of a class the namespace itself.
Ref locals_of(PyFrame* frame);
// What frames do as objects: TypeSlots of their types.
void destroy_frame(Object* frame);
bool visit_frame(Object* frame, VisitReference visit, void* data);
void empty_frame(Object* frame);
bool finalize_generator(Object* generator);  // or coroutine, or async generator
// Lays the arguments of a call out in the slots of a new frame. False: TypeError pending, CPython's
// words.
bool bind_arguments(PyFrame* frame, Value self, const Args& args);
// The frame of a call of a Python function, ready to run; null: exception pending.
PyFrame* frame_for_call(Function* function, Value self, const Args& args);

// Awaits a frame that is ready to run; takes the reference over.
ResultAwaiter run_frame(PyFrame* frame);

// --- generators, coroutines, async generators ---
Native close_generator(Ref generator);
void warn_never_awaited(Frame* coroutine);
void register_generators();
Value unwrap_coroutine(
    Value value);  // the coroutine that coroutine.__await__()'s result runs; else value
bool check_await_iterator(Value result);  // what __await__ returned; false: TypeError pending
Value delegate_of(
    const Frame* generator);  // what it awaits or yields from; borrowed, null where nothing
// Async generators: the awaitable of one step. `how` as the method that made it.
enum class AsyncStep : uint8_t { Next, Send, Throw, Close };
Ref new_async_step(Frame* generator, AsyncStep how, Value argument);
// A value that an async generator yields, as against one that it passes on from what it awaits.
Ref wrap_async_value(Value value);

// --- attributes ---
// An attribute where no Python code has to run. True: done, `result` null where an exception is
// pending. With `self` given and a function found on the type, that is left unbound: result is the
// function and *self the object.
bool quick_get_attribute(Value object, Str* name, Ref& result, Value* self = nullptr);
bool quick_set_attribute(Value object, Str* name, Value value, bool& ok);  // value null: delete
Native get_attribute_slow(Ref object, Ref name);
Native set_attribute_slow(Ref object, Ref name, Ref value);
Native plain_get_attribute(Ref object, Ref name);             // object.__getattribute__
Native plain_set_attribute(Ref object, Ref name, Ref value);  // object.__setattr__, __delattr__
Dict* attributes_of(Object* object, bool make);  // the instance's dict; null where it has none
Ref bind_descriptor_quick(Value found, Value object, Type* type, bool& needs_python);

Ref new_slot_member(Str* name, Type* owner,
                    uint32_t offset);  // the descriptor of a __slots__ entry
void register_attributes();

// --- classes ---
void note_special_methods(
    Type* type);                // sets the flags of a class that say which it has of its own
Native build_class(Args args);  // __build_class__
Native call_type(Ref type, Ref args, Ref kwargs);  // type(...): the whole protocol
bool quick_instance_of(Value value, Value type, bool& ok, bool& needs_python);
bool quick_subclass_of(Type* type, Value of, bool& ok, bool& needs_python);
void register_classes();
void register_machine();  // the types of frames, generators, ... : all that the machine has
void add_evaluation(Dict* builtins);   // eval, exec, compile
void add_vm_builtins(Dict* builtins);  // __build_class__, super, aiter, anext

// --- operators ---
Ref quick_binary(Value a, Value b, uint32_t how);   // try_coroutine() where Python has to say
Ref quick_compare(Value a, Value b, uint32_t how);  // the same
int quick_truth(Value value);                       // 0, 1; 2: ask Python
Native binary_slow(Ref a, Ref b, uint32_t how);
Native compare_slow(Ref a, Ref b, uint32_t how);
Native truth_slow(Ref value);
Native unary_slow(Ref value, Special special);
Native get_item_slow(Ref container, Ref key);
Native set_item_slow(Ref container, Ref key, Ref value);
Native contains_slow(Ref container, Ref item, bool negate);
Native format_slow(Ref value, uint32_t conversion, Ref specification);
Native iterator_slow(Ref iterable);
Native unpack_slow(Ref iterable, uint32_t before, int32_t after);  // after < 0: exactly `before`
Native extend_slow(Ref container, Ref iterable);                   // list or set
Native update_slow(Ref dict, Ref mapping, Ref callable);  // callable: for DICT_MERGE's errors
Native build_map_slow(Ref items);                         // tuple of keys and values
Native build_set_slow(Ref items);
Native add_slow(Ref container, Ref key, Ref value);         // MAP_ADD, SET_ADD
Native await_iterator_slow(Ref awaitable, uint32_t where);  // GET_AWAITABLE
Native async_iterator_slow(Ref iterable);                   // GET_AITER
Native async_next_slow(Ref iterator);                       // GET_ANEXT
Native raise_slow(Ref exception, Ref cause);                // always raises
Ref new_module(std::string_view name);                      // an empty one, with __name__
Native import_star_slow(Ref module, Ref names);
Native import_from_slow(Ref module, Ref name);
Native match_class_slow(Ref subject, Ref type, Ref names, uint32_t positional);
Native match_keys_slow(Ref subject, Ref keys);
Native next_slow(Ref iterator);
Native length_slow(Ref value);
Native call_ex_slow(Ref callable, Ref args, Ref kwargs);
Native generic_send(Ref receiver, Ref value);
Native generic_throw(Ref receiver, Ref exception);

}  // namespace awaitscope
