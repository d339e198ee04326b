#include "engine/machine/context.h"

#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/iterators.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

struct Variable : NativeObject {
  Ref name, fallback;
};

struct Context : NativeObject {
  Ref values;  // a dict; copies share it until one of them changes
  bool entered = false;
};

struct Token : NativeObject {
  Ref variable, old, context;  // old: null where the variable had no value
  bool used = false;
};

Type *variable_type, *context_type, *token_type, *missing_type;

Context* as_context(Value value) { return static_cast<Context*>(value.object()); }
Variable* as_variable(Value value) { return static_cast<Variable*>(value.object()); }
Token* as_token(Value value) { return static_cast<Token*>(value.object()); }
bool is_variable(Value value) { return value.is_object() && value.object()->type == variable_type; }

Ref new_context(Ref values) {
  auto* context = make_object<Context>(context_type);
  context->values = std::move(values);
  return Ref::adopt(context);
}

// The one that runs.
Context* current() {
  if (!vm().context) vm().context = new_context(new_dict());
  return as_context(vm().context);
}

Dict* values_of(Value context) { return as<Dict>(as_context(context)->values); }

// ... to be changed.
Dict* own_values(Context* context) {
  if (context->values.get().object()->refcount > 1)
    context->values = dict_copy(as<Dict>(context->values));
  return as<Dict>(context->values);
}

Value missing() { return Value::of(missing_type); }

}  // namespace

Ref copy_context() { return vm().has_contexts ? new_context(current()->values) : Ref(); }

Ref enter_context(Ref& context) {
  if (!vm().has_contexts) return Ref();
  if (!context || context.get().is_none()) context = new_context(new_dict());
  current();
  return std::exchange(vm().context, context);
}

void leave_context(Ref& context, Ref before) {
  if (before) {
    vm().context = std::move(before);
  } else if (vm().has_contexts) {  // imported in between
    Ref made = std::exchange(vm().context, Ref());
    if (!context || context.get().is_none()) context = std::move(made);
  }
}

Ref running_context() { return Value::of(current()); }

bool can_run_in(Value context) {
  if (!context || context.is_none() || is_context(context)) return true;
  raise_attribute_error(context, intern("run"));
  return false;
}

static bool refuse_entered(Value context) {
  if (!as_context(context)->entered && vm().context.get() != context) return false;
  Ref text = repr_fast(context);
  raise_runtime_error({"cannot enter context: ", text_of(text), " is already entered"});
  return true;
}

bool enter_context_once(Ref& context, Ref& before) {
  if (context && !context.get().is_none()) {
    if (!is_context(context)) {
      raise_type_error({"an instance of Context was expected"});
      return false;
    }
    if (refuse_entered(context)) return false;
  }
  before = enter_context(context);
  return true;
}

Ref known_context(Ref& context) {
  if (!context || context.get().is_none()) context = new_context(new_dict());
  return context;
}

bool is_context(Value value) { return type_of(value) == context_type; }

namespace {

// --- ContextVar, Token ---

Ref variable_new(Args& args) {
  if (!is<Str>(args[1])) return raise_type_error({"context variable name must be a str"});
  auto* variable = make_object<Variable>(variable_type);
  variable->name = args[1];
  variable->fallback = args[2];
  return Ref::adopt(variable);
}

Ref variable_get(Args& args) {
  Variable* variable = as_variable(args[0]);
  if (Value found = dict_get(as<Dict>(current()->values), args[0])) return found;
  if (args[1]) return args[1];
  if (variable->fallback) return variable->fallback;
  return raise_error(types.LookupError, args[0]);
}

Ref variable_set(Args& args) {
  Context* context = current();
  auto* token = make_object<Token>(token_type);
  token->variable = args[0];
  token->context = Value::of(context);
  Dict* values = own_values(context);
  token->old = dict_get(values, args[0]);
  dict_set(values, args[0], args[1]);
  return Ref::adopt(token);
}

Ref repr_of_token(Value value) {
  Token* token = as_token(value);
  Ref variable = repr_fast(token->variable);
  if (!variable) return variable;
  return new_str(concat({"<Token", token->used ? " used" : "", " var=", text_of(variable), " at ",
                         address_text(value), ">"}));
}

Ref variable_reset(Args& args) {
  if (!args[1].is_object() || args[1].object()->type != token_type) {
    return raise_type_error({"expected an instance of Token, got ", short_repr(args[1])});
  }
  Token* token = as_token(args[1]);
  Context* context = current();
  auto refuse = [&](Type* type, std::string_view why) {
    Ref text = repr_of_token(args[1]);
    return text ? raise_error(type, concat({text_of(text), why})) : Ref();
  };
  if (token->used) return refuse(types.RuntimeError, " has already been used once");
  if (token->variable.get() != args[0])
    return refuse(types.ValueError, " was created by a different ContextVar");
  if (token->context.get() != Value::of(context))
    return refuse(types.ValueError, " was created in a different Context");
  token->used = true;
  if (token->old) {
    dict_set(own_values(context), args[0], token->old);
  } else {
    dict_delete(own_values(context), args[0]);
  }
  return Value::none();
}

// `with variable.set(value):` (3.14)
Ref token_enter(Args& args) { return args[0]; }
Ref token_exit(Args& args) {
  Ref variable = as_token(args[0])->variable;
  const Value values[] = {variable, args[0]};
  Args reset{values, 2, nullptr};
  return variable_reset(reset);
}

Ref variable_name(Args& args) { return as_variable(args[0])->name; }
Ref variable_repr(Args& args) {
  Variable* variable = as_variable(args[0]);
  Ref name = repr_fast(variable->name);
  std::string text = concat({"<ContextVar name=", text_of(name)});
  if (variable->fallback) {
    Ref fallback = repr_fast(variable->fallback);
    if (!fallback && is_pending()) return fallback;
    text += concat({" default=", fallback ? text_of(fallback) : short_repr(variable->fallback)});
  }
  return new_str(concat({text, " at ", address_text(args[0]), ">"}));
}

Ref subscripted(Args& args) { return new_generic_alias(args[0], args[1]); }
Ref token_variable(Args& args) { return as_token(args[0])->variable; }
Ref token_old(Args& args) {
  Token* token = as_token(args[0]);
  return token->old ? token->old.get() : missing();
}
Ref token_repr(Args& args) { return repr_of_token(args[0]); }

const NativeDefinition kVariableMethods[] = {
    static_method("__new__", "(cls, name, /, *, default=<null>)", variable_new),
    method("get", "(self, default=<null>, /)", variable_get),
    method("set", "(self, value, /)", variable_set),
    method("reset", "(self, token, /)", variable_reset),
    class_method("__class_getitem__", "(cls, item, /)", subscripted),
    getter("name", variable_name),
    method("__repr__", "(self, /)", variable_repr),
};
const NativeDefinition kTokenMethods[] = {
    class_method("__class_getitem__", "(cls, item, /)", subscripted),
    getter("var", token_variable),
    getter("old_value", token_old),
    method("__repr__", "(self, /)", token_repr),
    method("__enter__", "(self, /)", token_enter).since(Version::V3_14),
    method("__exit__", "(self, type, val, tb, /)", token_exit).since(Version::V3_14),
};

// --- Context ---

Ref context_new(Args&) { return new_context(new_dict()); }

Native context_run(Args args) {
  if (args.count < 2) co_return raise_type_error({"run() missing 1 required positional argument"});
  Ref self = args[0];
  Context* context = as_context(self);
  if (context->entered) {
    Ref text = repr_fast(self);
    co_return raise_runtime_error({"cannot enter context: ", text_of(text), " is already entered"});
  }
  context->entered = true;
  Ref before = enter_context(self);
  Ref result = co_await call_with(args[1], Args{args.values + 2, args.count - 2, args.keywords});
  leave_context(self, std::move(before));
  context->entered = false;
  co_return result;
}

bool check_variable(Value key) {
  if (is_variable(key)) return true;
  raise_type_error({"a ContextVar key was expected, got ", short_repr(key)});
  return false;
}

Ref context_getitem(Args& args) {
  if (!check_variable(args[1])) return Ref();
  if (Value found = dict_get(values_of(args[0]), args[1])) return found;
  return raise_error(types.KeyError, args[1]);
}
Ref context_contains(Args& args) {
  if (!check_variable(args[1])) return Ref();
  return Value::boolean(bool(dict_get(values_of(args[0]), args[1])));
}
Ref context_get(Args& args) {
  if (!check_variable(args[1])) return Ref();
  Value found = dict_get(values_of(args[0]), args[1]);
  return found ? found : args[2];
}
Native context_eq(Args args) {
  if (type_of(args[1]) != context_type) co_return Value::not_implemented();
  Ref mine = as_context(args[0])->values, other = as_context(args[1])->values;
  co_return co_await equal(mine, other);
}
Ref context_len(Args& args) { return Value::of_int(values_of(args[0])->used); }
Ref context_iter(Args& args) {
  return new_table_iterator(types.dict_key_iterator, as_context(args[0])->values);
}
Ref context_keys(Args& args) { return new_dict_view(types.dict_keys, as_context(args[0])->values); }
Ref context_values(Args& args) {
  return new_dict_view(types.dict_values, as_context(args[0])->values);
}
Ref context_items(Args& args) {
  return new_dict_view(types.dict_items, as_context(args[0])->values);
}
Ref context_copy(Args& args) { return new_context(as_context(args[0])->values); }

const NativeDefinition kContextMethods[] = {
    static_method("__new__", "(cls, /)", context_new),
    method("run", "", context_run),
    method("copy", "(self, /)", context_copy),
    method("get", "(self, key, default=None, /)", context_get),
    method("keys", "(self, /)", context_keys),
    method("values", "(self, /)", context_values),
    method("items", "(self, /)", context_items),
    method("__getitem__", "(self, key, /)", context_getitem),
    method("__contains__", "(self, key, /)", context_contains),
    method("__iter__", "(self, /)", context_iter),
    method("__len__", "(self, /)", context_len),
    method("__eq__", "(self, other, /)", context_eq),
};

Ref copy_context_function(Args&) { return copy_context(); }
const NativeDefinition kFunctions[] = {function("copy_context", "()", copy_context_function)};

template <class T>
Type* make_type(const char* name, std::span<const NativeDefinition> methods) {
  TypeSpec spec;
  spec.name = name;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(T);
  spec.flags = Type::kNoSubclass;
  spec.methods = methods;
  spec.slots.destroy = destroy_native<T>;
  return new_builtin_type(spec);
}

}  // namespace

void register_contexts() {
  variable_type = make_type<Variable>("_contextvars.ContextVar", kVariableMethods);
  token_type = make_type<Token>("_contextvars.Token", kTokenMethods);
  context_type = make_type<Context>("_contextvars.Context", kContextMethods);
  for (Type* type : {variable_type, token_type, context_type}) name_in_full(type);
  dict_set(context_type->dict, names.hash, Value::none());
  token_type->detail |= Type::kNoInstance;
  TypeSpec spec;
  spec.name = "Token.MISSING";
  missing_type = new_builtin_type(spec);
  dict_set(token_type->dict, intern("MISSING"), missing());
}

void make_contextvars_module(Dict* module) {
  vm().has_contexts = true;
  add_functions(module, "contextvars", kFunctions, std::size(kFunctions));
  dict_set(module, intern("ContextVar"), Value::of(variable_type));
  dict_set(module, intern("Context"), Value::of(context_type));
  dict_set(module, intern("Token"), Value::of(token_type));
}

}  // namespace awaitscope
