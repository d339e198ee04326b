// Code objects as the runtime has them, and the functions made of them.

#include "engine/machine/functions.h"
#include "engine/machine/quick.h"
#include "engine/objects/complex.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

static Ref constant_value(const Constant& constant, Str* file) {
  switch (constant.kind) {
    case Constant::Kind::None: return Value::none();
    case Constant::Kind::True: return Value::boolean(true);
    case Constant::Kind::False: return Value::boolean(false);
    case Constant::Kind::Ellipsis: return Value::ellipsis();
    case Constant::Kind::Int: return new_int(constant.integer);
    case Constant::Kind::BigInt: return parse_int(constant.text, 0);
    case Constant::Kind::Float: return new_float(constant.number);
    case Constant::Kind::Complex: return new_complex(0, constant.number);
    case Constant::Kind::Str: return Value::of(intern(constant.text));
    case Constant::Kind::Bytes: return new_bytes(constant.text);
    case Constant::Kind::Tuple: {
      Tuple* tuple = new_tuple_uninitialized(uint32_t(constant.items.size()));
      for (uint32_t i = 0; i < tuple->size; ++i) {
        tuple->items[i] = constant_value(constant.items[i], file).take();
      }
      return Ref::adopt(tuple);
    }
    case Constant::Kind::FrozenSet: {
      Ref set = new_set(true);
      for (const Constant& item : constant.items) set_add(as<Set>(set), constant_value(item, file));
      return set;
    }
    case Constant::Kind::Code: return link(constant.code, file);
  }
  return Value::none();
}

static Str** names_of(const std::vector<std::string>& names) {
  auto** array = static_cast<Str**>(heap::allocate(sizeof(Str*) * names.size() + 1));
  for (size_t i = 0; i < names.size(); ++i) array[i] = intern(names[i]);
  return array;
}

Ref link(std::shared_ptr<const Code> source, Str* file) {
  auto* code = make_object<CodeObject>(types.code, 0);
  const Code& plain = *source;
  size_t count = plain.instructions.size();
  code->constants = static_cast<Value*>(heap::allocate(sizeof(Value) * plain.constants.size() + 1));
  for (size_t i = 0; i < plain.constants.size(); ++i) {
    new (&code->constants[i]) Value(constant_value(plain.constants[i], file).take());
  }
  code->instructions = quick_instructions(plain, code->constants);
  code->names = names_of(plain.names);
  std::vector<std::string> local_names;
  for (const LocalVariable& local : plain.locals) local_names.push_back(local.name);
  code->local_names = names_of(local_names);
  code->caches = static_cast<Cache*>(heap::allocate(sizeof(Cache) * count + 1));
  for (size_t i = 0; i < count; ++i) new (&code->caches[i]) Cache;
  code->name = intern(plain.name);
  code->qualname = intern(plain.qualname);
  code->flags = plain.flags;
  code->arg_count = uint16_t(plain.arg_count);
  code->kwonly_arg_count = uint16_t(plain.kwonly_arg_count);
  code->posonly_arg_count = uint16_t(plain.posonly_arg_count);
  code->parameter_count =
      uint16_t(plain.arg_count + plain.kwonly_arg_count + bool(plain.flags & Code::kVarArgs) +
               bool(plain.flags & Code::kVarKeywords));
  code->local_count = uint32_t(plain.locals.size());
  const uint32_t slots = code->local_count + uint32_t(plain.stack_size) + 2;
  code->frame_size_class = uint32_t(heap::size_class_of(sizeof(PyFrame) + sizeof(Value) * slots));
  code->frame_type = plain.flags & Code::kCoroutine        ? types.coroutine
                     : plain.flags & Code::kGenerator      ? types.generator
                     : plain.flags & Code::kAsyncGenerator ? types.async_generator
                                                           : types.frame;
  code->first_free = code->local_count;
  for (uint32_t i = 0; i < code->local_count; ++i) {
    LocalVariable::Kind kind = plain.locals[i].kind;
    if (kind == LocalVariable::Kind::Cell) code->has_cells = true;
    if (kind == LocalVariable::Kind::Free) {
      if (!code->free_count++) code->first_free = i;
    }
  }
  code->has_cells_or_suspends =
      code->has_cells || code->free_count || code->frame_type != types.frame;
  const bool positional_only =
      !code->kwonly_arg_count && !(plain.flags & (Code::kVarArgs | Code::kVarKeywords));
  code->plain_arguments = positional_only ? code->arg_count : UINT32_MAX;
  code->file = file;
  code->hidden = file != names.program;
  code->code = std::move(source);
  return Ref::adopt(code);
}

void destroy_code(Object* object) {
  auto* code = static_cast<CodeObject*>(object);
  const Code& plain = *code->code;
  for (size_t i = 0; i < plain.constants.size(); ++i) release(code->constants[i]);
  heap::release(const_cast<Instruction*>(code->instructions),
                sizeof(Instruction) * plain.instructions.size());
  heap::release(code->constants, sizeof(Value) * plain.constants.size() + 1);
  heap::release(code->names, sizeof(Str*) * plain.names.size() + 1);
  heap::release(code->local_names, sizeof(Str*) * plain.locals.size() + 1);
  heap::release(code->caches, sizeof(Cache) * plain.instructions.size() + 1);
  code->code.~shared_ptr();
  new (&code->code) std::shared_ptr<const Code>();
  free_object(code, sizeof(CodeObject));
}

Ref new_function(CodeObject* code, Dict* globals, Value qualname) {
  auto* function = make_object<Function>(types.function, 0);
  retain(static_cast<Object*>(code));
  retain(static_cast<Object*>(globals));
  function->code = code;
  function->globals = globals;
  function->name = Ref(Value::of(code->name)).take();
  function->qualname = Ref(qualname ? qualname : Value::of(code->qualname)).take();
  function->module = Ref(dict_get(globals, names.name)).take();
  const Code& plain = *code->code;
  function->doc = plain.has_docstring ? new_str(plain.docstring).take() : Value::none();
  return Ref::adopt(function);
}

Ref new_method(Value function, Value self) {
  auto* method = make_object<Method>(types.method, 0);
  method->function = Ref(function).take();
  method->self = Ref(self).take();
  return Ref::adopt(method);
}

}  // namespace awaitscope
