// Functions, methods, modules, cells and code: their types and attributes.

#include "engine/builtins/functions/object_types.h"
#include "engine/machine/functions.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/library_functions.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

constexpr auto kGetter = NativeDefinition::kGetter;

// --- function ---

Function* function_of(Args& args) { return as<Function>(args[0]); }

Ref function_repr(Args& args) {
  return new_str(concat(
      {"<function ", text_of(function_of(args)->qualname), " at ", address_text(args[0]), ">"}));
}
Ref get_function_name(Args& args) { return function_of(args)->name; }
Ref set_function_name(Args& args) {
  if (!is<Str>(args[1])) return raise_type_error({"__name__ must be set to a string object"});
  replace(function_of(args)->name, args[1]);
  return Value::none();
}
Ref get_function_qualname(Args& args) { return function_of(args)->qualname; }
Ref set_function_qualname(Args& args) {
  if (!is<Str>(args[1])) return raise_type_error({"__qualname__ must be set to a string object"});
  replace(function_of(args)->qualname, args[1]);
  return Value::none();
}
Ref get_function_module(Args& args) { return or_none(function_of(args)->module); }
Ref set_function_module(Args& args) {
  replace(function_of(args)->module, args[1] ? args[1] : Value::none());
  return Value::none();
}
Ref get_function_doc(Args& args) { return or_none(function_of(args)->doc); }
Ref set_function_doc(Args& args) {
  replace(function_of(args)->doc, args[1] ? args[1] : Value::none());
  return Value::none();
}
Ref get_function_code(Args& args) { return Value::of(function_of(args)->code); }
Ref get_function_globals(Args& args) { return Value::of(function_of(args)->globals); }
Ref get_function_closure(Args& args) { return or_none(function_of(args)->closure); }
Ref get_function_defaults(Args& args) { return or_none(function_of(args)->defaults); }
Ref set_function_defaults(Args& args) {
  Value value = args[1].is_none() ? Value{} : args[1];
  if (value && !is<Tuple>(value))
    return raise_type_error({"__defaults__ must be set to a tuple object"});
  replace(function_of(args)->defaults, value);
  return Value::none();
}
Ref get_function_kwdefaults(Args& args) { return or_none(function_of(args)->kwdefaults); }
Ref set_function_kwdefaults(Args& args) {
  Value value = args[1].is_none() ? Value{} : args[1];
  if (value && !is<Dict>(value))
    return raise_type_error({"__kwdefaults__ must be set to a dict object"});
  replace(function_of(args)->kwdefaults, value);
  return Value::none();
}
// What __annotate__ is asked for: values.
constexpr int64_t kValueFormat = 1;

// PEP 649: since 3.14 they are evaluated when they are asked for.
Native get_function_annotations_slow(Args args) {
  Ref keep = args[0];
  Ref made = co_await call(function_of(args)->annotate, Value::of_int(kValueFormat));
  if (!made) co_return Ref();
  if (!is<Dict>(made)) {
    co_return raise_type_error({"__annotate__() must return a dict, not ", type_name(made)});
  }
  replace(function_of(args)->annotations, made);
  co_return made;
}
Ref get_function_annotations(Args& args) {
  auto* function = function_of(args);
  if (!function->annotations && function->annotate) return try_coroutine();
  if (auto* pairs = as_if<Tuple>(function->annotations)) {
    Ref dict = new_dict(pairs->size / 2);
    for (uint32_t i = 0; i + 1 < pairs->size; i += 2) {
      dict_set(as<Dict>(dict), pairs->items[i], pairs->items[i + 1]);
    }
    replace(function->annotations, dict);
  } else if (!function->annotations) {
    function->annotations = new_dict().take();
  }
  return function->annotations;
}
Ref set_function_annotations(Args& args) {
  Value value = args[1].is_none() ? Value{} : args[1];
  if (value && !is<Dict>(value))
    return raise_type_error({"__annotations__ must be set to a dict object"});
  replace(function_of(args)->annotations, value);
  replace(function_of(args)->annotate, Value());
  return Value::none();
}
Ref get_function_annotate(Args& args) { return or_none(function_of(args)->annotate); }
Ref set_function_annotate(Args& args) {
  if (!args[1]) return raise_type_error({"__annotate__ cannot be deleted"});
  if (!args[1].is_none() && !can_be_called(args[1]))
    return raise_type_error({"__annotate__ must be callable or None"});
  replace(function_of(args)->annotate, args[1].is_none() ? Value() : args[1]);
  if (!args[1].is_none()) replace(function_of(args)->annotations, Value());
  return Value::none();
}
Ref get_function_type_params(Args& args) {
  Value params = function_of(args)->type_params;
  return params ? Ref(params) : new_tuple({});
}
Ref set_function_type_params(Args& args) {
  if (!is<Tuple>(args[1])) return raise_type_error({"__type_params__ must be set to a tuple"});
  replace(function_of(args)->type_params, args[1]);
  return Value::none();
}
Ref get_function_builtins(Args&) { return Value::of(vm().builtins); }
Ref get_function_dict(Args& args) {
  auto* function = function_of(args);
  if (!function->attributes) function->attributes = as<Dict>(new_dict().take());
  return Value::of(function->attributes);
}
Ref set_function_dict(Args& args) {
  auto* dict = as_if<Dict>(args[1]);
  if (!dict)
    return raise_type_error(
        {"__dict__ must be set to a dictionary, not a '", type_name(args[1]), "'"});
  retain(static_cast<Object*>(dict));
  Dict* old = std::exchange(function_of(args)->attributes, dict);
  if (old) release(static_cast<Object*>(old));
  return Value::none();
}

Native function_call(Args args) {
  auto* rest = as<Tuple>(args[1]);
  auto* by_name = as<Dict>(args[2]);
  // The values given by name follow the positional ones.
  std::vector<Value> values(rest->items, rest->items + rest->size), keys;
  for (uint32_t i = 0; i < by_name->filled; ++i) {
    if (!by_name->entries[i].key) continue;
    keys.push_back(by_name->entries[i].key);
    values.push_back(by_name->entries[i].value);
  }
  Ref names = new_tuple(keys);
  Args given{values.data(), rest->size, keys.empty() ? nullptr : as<Tuple>(names)};
  co_return co_await call_with(args[0], given);
}

Ref function_get(Args& args) {
  if (args[1].is_none()) return args[0];
  auto* method = make_object<Method>(types.method);
  method->function = Ref(args[0]).take();
  method->self = Ref(args[1]).take();
  return Ref::adopt(method);
}

constexpr NativeDefinition kFunctionMethods[] = {
    method("__repr__", "(self, /)", function_repr),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    method("__get__", "(self, instance, owner=None, /)", function_get),
    getter("__name__", get_function_name, set_function_name),
    getter("__qualname__", get_function_qualname, set_function_qualname),
    getter("__module__", get_function_module, set_function_module),
    getter("__doc__", get_function_doc, set_function_doc),
    getter("__code__", get_function_code),
    getter("__globals__", get_function_globals),
    getter("__closure__", get_function_closure),
    getter("__defaults__", get_function_defaults, set_function_defaults),
    getter("__kwdefaults__", get_function_kwdefaults, set_function_kwdefaults),
    getter("__annotations__", get_function_annotations, set_function_annotations,
           get_function_annotations_slow),
    getter("__annotate__", get_function_annotate, set_function_annotate).since(Version::V3_14),
    getter("__type_params__", get_function_type_params, set_function_type_params)
        .since(Version::V3_12),
    getter("__builtins__", get_function_builtins),
    getter("__dict__", get_function_dict, set_function_dict),
};

// --- native functions ---

bool is_unbound_method(const NativeFunction* function) {
  return function->is_method && !function->self;
}

Ref native_repr(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  std::string_view name = function->definition->name;
  if (is_unbound_method(function)) {
    std::string_view what = function->definition->flags & kGetter ? "attribute"
                            : name.starts_with("__")              ? "slot wrapper"
                                                                  : "method";
    return new_str(
        concat({"<", what, " '", name, "' of '", function->owner->name_view(), "' objects>"}));
  }
  if (function->self) {
    std::string_view what = name.starts_with("__") && !is<Type>(function->self)
                                ? "method-wrapper '"
                                : "built-in method ";
    std::string_view end = what.ends_with('\'') ? "'" : "";
    std::string_view type = type_name(function->self);
    return new_str(concat(
        {"<", what, name, end, " of ", type, " object at ", address_text(function->self), ">"}));
  }
  if (function->owner) {
    return new_str(concat({"<built-in method ", name, " of type object at ",
                           address_text(Value::of(function->owner)), ">"}));
  }
  return new_str(concat({"<built-in function ", name, ">"}));
}
Ref get_native_name(Args& args) {
  return Value::of(intern(as<NativeFunction>(args[0])->definition->name));
}
Ref get_native_qualname(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  if (!function->owner) return get_native_name(args);
  return new_str(concat({text_of(function->owner->qualname), ".", function->definition->name}));
}
Ref get_native_module(Args& args) { return or_none(as<NativeFunction>(args[0])->module); }
Ref get_native_self(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  if (function->self) return function->self;
  return is_unbound_method(function) ? raise_attribute_error(args[0], names.self)
                                     : Ref(Value::none());
}
Ref get_native_doc(Args&) { return Value::none(); }
Ref get_native_owner(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  if (function->owner) return Value::of(function->owner);
  return raise_attribute_error(args[0], intern("__objclass__"));
}
Ref native_get(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  if (!is_unbound_method(function) || args[1].is_none()) return args[0];
  return bind_native(function, args[1]);
}

constexpr NativeDefinition kNativeMethods[] = {
    method("__repr__", "(self, /)", native_repr),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    getter("__name__", get_native_name),
    getter("__qualname__", get_native_qualname),
    getter("__module__", get_native_module),
    getter("__self__", get_native_self),
    getter("__doc__", get_native_doc),
};
constexpr NativeDefinition kNativeMethodMethods[] = {
    method("__repr__", "(self, /)", native_repr),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    method("__get__", "(self, instance, owner=None, /)", native_get),
    getter("__name__", get_native_name),
    getter("__qualname__", get_native_qualname),
    getter("__objclass__", get_native_owner),
    getter("__doc__", get_native_doc),
};

// --- what CPython's library has in Python ---

Ref library_function_repr(Args& args) {
  Ref name = get_native_qualname(args);
  return new_str(concat({"<function ", text_of(name), " at ", address_text(args[0]), ">"}));
}
Ref library_method_repr(Args& args) {
  Ref name = get_native_qualname(args);
  Ref self = repr_fast(as<NativeFunction>(args[0])->self);
  if (!self) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({"<bound method ", text_of(name), " of ", text_of(self), ">"}));
}
Native library_method_repr_slow(Args args) {
  Ref name = get_native_qualname(args);
  CO_TRY(self, repr_of(as<NativeFunction>(args[0])->self));
  co_return new_str(concat({"<bound method ", text_of(name), " of ", text_of(self), ">"}));
}
Ref get_library_module(Args& args) {
  auto* function = as<NativeFunction>(args[0]);
  return or_none(function->owner ? function->owner->module : function->module);
}

// A method is asked for what it has not as its function.
Ref library_method_getattr(Args& args) {
  if (!is<Str>(args[1])) return raise_type_error({"attribute name must be string"});
  return raise_error(types.AttributeError,
                     concat({"'function' object has no attribute '", text_of(args[1]), "'"}));
}

constexpr NativeDefinition kLibraryFunctionMethods[] = {
    method("__repr__", "(self, /)", library_function_repr),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    method("__get__", "(self, instance, owner=None, /)", native_get),
    getter("__name__", get_native_name),
    getter("__qualname__", get_native_qualname),
    getter("__module__", get_library_module),
    getter("__doc__", get_native_doc),
};
constexpr NativeDefinition kLibraryMethodMethods[] = {
    method("__repr__", "(self, /)", library_method_repr, library_method_repr_slow),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    getter("__name__", get_native_name),
    getter("__qualname__", get_native_qualname),
    method("__getattr__", "(self, name, /)", library_method_getattr),
    getter("__module__", get_library_module),
    getter("__self__", get_native_self),
    getter("__doc__", get_native_doc),
};

// --- bound methods ---

Ref method_repr(Args& args) {
  auto* method = as<Method>(args[0]);
  std::string_view name = "?";
  if (auto* function = as_if<Function>(method->function)) {
    name = text_of(function->qualname);
  } else if (auto* native = as_if<NativeFunction>(method->function)) {
    name = native->definition->name;
  }
  Ref self = repr_fast(method->self);
  if (self.is_null()) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({"<bound method ", name, " of ", text_of(self), ">"}));
}
Native method_repr_slow(Args args) {
  auto* method = as<Method>(args[0]);
  CO_TRY(self, repr_of(method->self));
  auto* function = as_if<Function>(method->function);
  std::string_view name = function ? text_of(function->qualname) : "?";
  co_return new_str(concat({"<bound method ", name, " of ", text_of(self), ">"}));
}
Ref method_eq(Args& args) {
  auto *a = as<Method>(args[0]), *b = as_if<Method>(args[1]);
  if (!b) return Value::not_implemented();
  return Value::boolean(a->self == b->self && a->function == b->function);
}
Ref method_hash(Args& args) {
  uint64_t hash;
  if (!hash_value(args[0], hash)) return {};
  return new_int(int64_t(hash));
}
Ref get_method_function(Args& args) { return as<Method>(args[0])->function; }
Ref get_method_self(Args& args) { return as<Method>(args[0])->self; }
Ref get_method_doc(Args& args) {
  auto* function = as_if<Function>(as<Method>(args[0])->function);
  return function ? or_none(function->doc) : Ref(Value::none());
}
Ref method_new(Args& args) {
  if (args[2].is_none()) return raise_type_error({"self must not be None"});
  auto* method = make_object<Method>(types.method);
  method->function = Ref(args[1]).take();
  method->self = Ref(args[2]).take();
  return Ref::adopt(method);
}

constexpr NativeDefinition kMethodMethods[] = {
    static_method("__new__", "(cls, function, instance, /)", method_new),
    method("__repr__", "(self, /)", method_repr, method_repr_slow),
    method("__eq__", "(self, other, /)", method_eq),
    method("__hash__", "(self, /)", method_hash),
    method("__call__", "(self, /, *args, **kwargs)", function_call),
    getter("__func__", get_method_function),
    getter("__self__", get_method_self),
    getter("__doc__", get_method_doc),
};

// --- modules ---

Ref module_repr(Args& args) {
  auto* module = as<Module>(args[0]);
  return new_str(concat({"<module '", module->name->view(), "'>"}));
}
Ref module_new(Args& args) {
  auto* type = as<Type>(args[0]);
  auto* name = as_if<Str>(args[1]);
  if (!name)
    return raise_type_error({"module.__init__() argument 1 must be str, not ", type_name(args[1])});
  Ref result = new_instance(type);
  auto* module = as<Module>(result);
  retain(static_cast<Object*>(name));
  module->name = name;
  module->dict = as<Dict>(new_dict().take());
  dict_set(module->dict, names.name, args[1]);
  dict_set(module->dict, names.doc, args[2]);
  return result;
}
Ref module_init(Args&) { return Value::none(); }  // __new__ has done it
Ref get_module_dict(Args& args) { return Value::of(as<Module>(args[0])->dict); }

// Before 3.14 a module's annotations are a name in its namespace, made where one is run.
Native get_module_annotations_slow(Args args) {
  Ref module = args[0], annotate = dict_get(as<Module>(module)->dict, names.annotate);
  Ref made = co_await call(annotate, Value::of_int(kValueFormat));
  if (!made) co_return Ref();
  if (!is<Dict>(made)) {
    co_return raise_type_error({"__annotate__() must return a dict, not ", type_name(made)});
  }
  dict_set(as<Module>(module)->dict, names.annotations, made);
  co_return made;
}
Ref get_module_annotations(Args& args) {
  Dict* space = as<Module>(args[0])->dict;
  if (Value own = dict_get(space, names.annotations)) return own;
  Value annotate = dict_get(space, names.annotate);
  if (annotate && can_be_called(annotate)) return try_coroutine();
  Ref made = new_dict();
  dict_set(space, names.annotations, made);
  return made;
}
Ref set_module_annotations(Args& args) {
  Dict* space = as<Module>(args[0])->dict;
  if (args[1]) {
    dict_set(space, names.annotations, args[1]);
  } else if (!dict_delete(space, Value::of(names.annotations))) {
    return raise_error(types.AttributeError, "__annotations__");
  }
  dict_delete(space, Value::of(names.annotate));
  return Value::none();
}
Ref get_module_annotate(Args& args) {
  Value annotate = dict_get(as<Module>(args[0])->dict, names.annotate);
  return annotate ? annotate : Value::none();
}
Ref set_module_annotate(Args& args) {
  if (!args[1]) return raise_type_error({"cannot delete __annotate__ attribute"});
  if (!args[1].is_none() && !can_be_called(args[1]))
    return raise_type_error({"__annotate__ must be callable or None"});
  Dict* space = as<Module>(args[0])->dict;
  dict_set(space, names.annotate, args[1]);
  if (!args[1].is_none()) dict_delete(space, Value::of(names.annotations));
  return Value::none();
}
constexpr NativeDefinition kModuleMethods[] = {
    static_method("__new__", "(cls, name, doc=None)", module_new),
    method("__init__", "(self, name, doc=None)", module_init),
    method("__repr__", "(self, /)", module_repr),
    getter("__dict__", get_module_dict),
    getter("__annotations__", get_module_annotations, set_module_annotations,
           get_module_annotations_slow)
        .since(Version::V3_14),
    getter("__annotate__", get_module_annotate, set_module_annotate).since(Version::V3_14),
};

// --- cells ---

Ref cell_repr(Args& args) {
  auto* cell = as<Cell>(args[0]);
  std::string content = "empty";
  if (cell->content) {
    content = concat({type_name(cell->content), " object at ", address_text(cell->content)});
  }
  return new_str(concat({"<cell at ", address_text(args[0]), ": ", content, ">"}));
}
Ref get_cell_contents(Args& args) {
  auto* cell = as<Cell>(args[0]);
  return cell->content ? Ref(cell->content) : raise_value_error({"Cell is empty"});
}
Ref set_cell_contents(Args& args) {
  replace(as<Cell>(args[0])->content, args[1]);
  return Value::none();
}
Ref cell_new(Args& args) { return new_cell(args[1]); }
constexpr NativeDefinition kCellMethods[] = {
    static_method("__new__", "(cls, contents=<null>, /)", cell_new),
    method("__repr__", "(self, /)", cell_repr),
    getter("cell_contents", get_cell_contents, set_cell_contents),
};

// --- code ---

Ref texts(const std::vector<std::string>& from) {
  Tuple* tuple = new_tuple_uninitialized(uint32_t(from.size()));
  for (size_t i = 0; i < from.size(); ++i) tuple->items[i] = Ref(Value::of(intern(from[i]))).take();
  return Ref::adopt(tuple);
}
Ref local_names(const Code& code, LocalVariable::Kind kind, bool parameters_too) {
  std::vector<std::string> chosen;
  int parameters = code.arg_count + code.kwonly_arg_count + ((code.flags & Code::kVarArgs) != 0) +
                   ((code.flags & Code::kVarKeywords) != 0);
  for (size_t i = 0; i < code.locals.size(); ++i) {
    bool is_parameter = int(i) < parameters;
    if (code.locals[i].kind == kind || (parameters_too && is_parameter))
      chosen.push_back(code.locals[i].name);
  }
  return texts(chosen);
}
CodeObject* code_of(Args& args) { return as<CodeObject>(args[0]); }
std::string_view file_of(const CodeObject* code) {
  return code->file ? code->file->view() : "<library>";
}
Ref code_repr(Args& args) {
  auto* code = code_of(args);
  return new_str(
      concat({"<code object ", code->name->view(), " at ", address_text(args[0]), ", file \"",
              file_of(code), "\", line ", std::to_string(code->code->first_line), ">"}));
}
Ref get_code_name(Args& args) { return Value::of(code_of(args)->name); }
Ref get_code_qualname(Args& args) { return Value::of(code_of(args)->qualname); }
Ref get_code_filename(Args& args) { return new_str(file_of(code_of(args))); }
Ref get_code_line(Args& args) { return Value::of_int(code_of(args)->code->first_line); }
Ref get_code_argcount(Args& args) { return Value::of_int(code_of(args)->arg_count); }
Ref get_code_kwonly(Args& args) { return Value::of_int(code_of(args)->kwonly_arg_count); }
Ref get_code_posonly(Args& args) { return Value::of_int(code_of(args)->posonly_arg_count); }
Ref get_code_flags(Args& args) { return Value::of_int(code_of(args)->flags); }
Ref get_code_varnames(Args& args) {
  return local_names(*code_of(args)->code, LocalVariable::Kind::Local, true);
}
Ref get_code_nlocals(Args& args) { return Value::of_int(as<Tuple>(get_code_varnames(args))->size); }
Ref get_code_freevars(Args& args) {
  return local_names(*code_of(args)->code, LocalVariable::Kind::Free, false);
}
Ref get_code_cellvars(Args& args) {
  return local_names(*code_of(args)->code, LocalVariable::Kind::Cell, false);
}
Ref get_code_names(Args& args) { return texts(code_of(args)->code->names); }
constexpr NativeDefinition kCodeMethods[] = {
    method("__repr__", "(self, /)", code_repr),   getter("co_name", get_code_name),
    getter("co_qualname", get_code_qualname),     getter("co_filename", get_code_filename),
    getter("co_firstlineno", get_code_line),      getter("co_argcount", get_code_argcount),
    getter("co_kwonlyargcount", get_code_kwonly), getter("co_posonlyargcount", get_code_posonly),
    getter("co_nlocals", get_code_nlocals),       getter("co_flags", get_code_flags),
    getter("co_varnames", get_code_varnames),     getter("co_freevars", get_code_freevars),
    getter("co_cellvars", get_code_cellvars),     getter("co_names", get_code_names),
};

// --- tracebacks ---

Ref get_traceback_next(Args& args) { return as<Traceback>(args[0])->next; }
Ref set_traceback_next(Args& args) {
  if (!args[1] || (!args[1].is_none() && !is<Traceback>(args[1]))) {
    return raise_type_error(
        {"expected traceback object or None, got '", args[1] ? type_name(args[1]) : "NULL", "'"});
  }
  replace(as<Traceback>(args[0])->next, args[1]);
  return Value::none();
}
Ref get_traceback_frame(Args& args) { return as<Traceback>(args[0])->frame; }
Ref get_traceback_line(Args& args) {
  auto* traceback = as<Traceback>(args[0]);
  Frame* frame = frame_of(traceback->frame);
  if (!frame || frame->native) return Value::none();
  const auto& positions = static_cast<PyFrame*>(frame)->code->code->positions;
  return Value::of_int(traceback->offset < positions.size() ? positions[traceback->offset].line
                                                            : 0);
}
Ref get_traceback_offset(Args& args) { return Value::of_int(as<Traceback>(args[0])->offset); }
constexpr NativeDefinition kTracebackMethods[] = {
    getter("tb_next", get_traceback_next, set_traceback_next),
    getter("tb_frame", get_traceback_frame),
    getter("tb_lineno", get_traceback_line),
    getter("tb_lasti", get_traceback_offset),
};

}  // namespace

void register_function_types() {
  constexpr uint16_t kSealed = Type::kNoSubclass | Type::kNoInstance;
  types.function = new_builtin_type({.name = "function",
                                     .layout = Kind::Function,
                                     .instance_size = sizeof(Function),
                                     .flags = kSealed,
                                     .methods = kFunctionMethods});
  types.native_function = new_builtin_type({.name = "builtin_function_or_method",
                                            .layout = Kind::NativeFunction,
                                            .instance_size = sizeof(NativeFunction),
                                            .flags = kSealed,
                                            .methods = kNativeMethods});
  types.native_method = new_builtin_type({.name = "method_descriptor",
                                          .layout = Kind::NativeFunction,
                                          .instance_size = sizeof(NativeFunction),
                                          .flags = kSealed,
                                          .methods = kNativeMethodMethods});
  library_function_type = new_builtin_type({.name = "function",
                                            .layout = Kind::NativeFunction,
                                            .instance_size = sizeof(NativeFunction),
                                            .flags = kSealed,
                                            .methods = kLibraryFunctionMethods});
  library_method_type = new_builtin_type({.name = "method",
                                          .layout = Kind::NativeFunction,
                                          .instance_size = sizeof(NativeFunction),
                                          .flags = kSealed,
                                          .methods = kLibraryMethodMethods});
  types.method = new_builtin_type({.name = "method",
                                   .layout = Kind::Method,
                                   .instance_size = sizeof(Method),
                                   .flags = Type::kNoSubclass,
                                   .methods = kMethodMethods});
  types.module = new_builtin_type({.name = "module",
                                   .layout = Kind::Module,
                                   .instance_size = sizeof(Module),
                                   .methods = kModuleMethods});
  types.cell = new_builtin_type({.name = "cell",
                                 .layout = Kind::Cell,
                                 .instance_size = sizeof(Cell),
                                 .flags = Type::kNoSubclass,
                                 .methods = kCellMethods});
  types.code = new_builtin_type({.name = "code",
                                 .layout = Kind::Code,
                                 .flags = kSealed,
                                 .methods = kCodeMethods,
                                 .slots = {.destroy = destroy_code}});
  types.traceback = new_builtin_type({.name = "traceback",
                                      .layout = Kind::Traceback,
                                      .instance_size = sizeof(Traceback),
                                      .flags = kSealed,
                                      .methods = kTracebackMethods});
}

}  // namespace awaitscope
