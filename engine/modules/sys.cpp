// sys, as programs use it. Specified in: https://docs.python.org/3.11/library/sys.html

#include "engine/builtins/errors/errors.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/builtins/functions/object_types.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/modules/import.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

static Ref exception(Args&) {
  Value handled = vm().handled_exception();
  return handled ? handled : Value::none();
}

static Ref exc_info(Args&) {
  Value handled = vm().handled_exception();
  if (!handled) return new_tuple({Value::none(), Value::none(), Value::none()});
  Value traceback = as<Exception>(handled)->traceback;
  return new_tuple({Value::of(type_of(handled)), handled, traceback ? traceback : Value::none()});
}

static Native exit(Args args) {
  Ref stop;
  if (args[0].is_none())
    stop = co_await call(Value::of(types.SystemExit));
  else
    stop = co_await call(Value::of(types.SystemExit), args[0]);
  if (stop) set_pending(stop);
  co_return Ref();
}

static Ref getrecursionlimit(Args&) { return Value::of_int(vm().limits.recursion); }
static Ref setrecursionlimit(Args& args) {
  int64_t limit;
  if (!as_int64(args[0], limit) || limit < 1) {
    return raise_value_error({"recursion limit must be greater or equal than 1"});
  }
  vm().limits.recursion = uint32_t(limit < 100'000 ? limit : 100'000);
  return Value::none();
}
static Ref get_text_digits(Args&) { return Value::of_int(vm().limits.text_digits); }
static Ref set_text_digits(Args& args) {
  constexpr int64_t kLeast = 640;
  int64_t limit;
  if (!is_integer(args[0])) {
    return raise_type_error(
        {"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
  }
  if (!as_int64(args[0], limit) || limit > INT32_MAX) {
    return raise_error(types.OverflowError, "Python int too large to convert to C int");
  }
  if (limit != 0 && limit < kLeast) {
    return raise_value_error({"maxdigits must be 0 or larger than ", std::to_string(kLeast)});
  }
  vm().limits.text_digits = uint32_t(limit);
  return Value::none();
}
static Ref getrefcount(Args& args) {
  return Value::of_int(args[0].is_object() ? args[0].object()->refcount : int64_t(1) << 30);
}
static Ref intern_function(Args& args) {
  if (!is<Str>(args[0]))
    return raise_type_error({"intern() argument must be str, not ", type_name(args[0])});
  return Value::of(intern(as<Str>(args[0])));
}

// Of the program's own frames; those of the library are left out.
static Ref getframe(Args& args) {
  int64_t depth = args[0].is_int() ? args[0].as_int() : 0;
  for (Frame* frame = vm().current; frame; frame = frame->back) {
    if (frame->native || !static_cast<PyFrame*>(frame)->code->file) continue;
    if (depth-- <= 0) return frame_object(frame);
  }
  return raise_value_error({"call stack is not deep enough"});
}

static Ref encoding(Args&) { return new_str("utf-8"); }

static Ref get_origin_depth(Args&) { return Value::of_int(vm().origin_depth); }
static Ref set_origin_depth(Args& args) {
  int64_t depth;
  if (!is_integer(args[0])) {
    return raise_type_error(
        {"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
  }
  if (!as_int64(args[0], depth) || depth > INT32_MAX) {
    return raise_error(types.OverflowError, "Python int too large to convert to C int");
  }
  if (depth < 0) return raise_value_error({"depth must be >= 0"});
  vm().origin_depth = uint32_t(depth);
  return Value::none();
}

// --- lazy imports, since 3.15 ---

static Ref get_lazy_imports(Args&) {
  return Value::of(intern(vm().lazy_imports.all ? "all" : "normal"));
}
static Ref set_lazy_imports(Args& args) {
  if (!is<Str>(args[0])) {
    return raise_type_error({"mode must be a string: 'normal' or 'all'"});
  }
  std::string_view mode = text_of(args[0]);
  if (mode != "normal" && mode != "all") {
    return raise_value_error({"mode must be 'normal' or 'all'"});
  }
  vm().lazy_imports.all = mode == "all";
  return Value::none();
}
static Ref get_lazy_imports_filter(Args&) {
  Ref& filter = vm().lazy_imports.filter;
  return filter ? filter : Ref(Value::none());
}
static Ref set_lazy_imports_filter(Args& args) {
  if (!args[0].is_none() && !can_be_called(args[0])) {
    return raise_value_error({"filter provided but is not callable"});
  }
  vm().lazy_imports.filter = args[0].is_none() ? Ref() : Ref(args[0]);
  return Value::none();
}

// What excepthook and unraisablehook do as long as the program has not set others.
static Native excepthook(Args args) {
  if (!is_exception(args[1])) co_return Value::none();
  Ref exception = args[1];
  if (Value traceback = args[2]; is<Traceback>(traceback)) {
    release(std::exchange(as<Exception>(exception)->traceback, Ref(traceback).take()));
  }
  co_return co_await write_uncaught(exception);
}
static Native unraisablehook(Args args) { return write_unraisable(args[0]); }

// Threads take turns by lines here, whatever this is (see machine/threads.h): it is only kept.
static Dict* own_dict() { return as<Module>(dict_get(vm().modules, intern("sys")))->dict; }
static Ref getswitchinterval(Args&) {
  Value kept = dict_get(own_dict(), intern("_switchinterval"));
  return kept ? Ref(kept) : new_float(0.005);
}
static Ref setswitchinterval(Args& args) {
  double seconds;
  if (!as_double(args[0], seconds)) {
    if (is_pending()) return Ref();
    return raise_type_error({"must be real number, not ", type_name(args[0])});
  }
  if (seconds <= 0) return raise_value_error({"switch interval must be strictly positive"});
  dict_set(own_dict(), intern("_switchinterval"), new_float(seconds));
  return Value::none();
}

static Native later_name_of_sys(Args args) {
  Ref name = args[0], home = Value::of(intern("_sys_later"));
  Ref module = dict_get(vm().modules, intern("sys"));
  co_return co_await later_attribute(module, home, name);
}

static const NativeDefinition kSysFunctions[] = {
    function("__getattr__", "(name, /)", later_name_of_sys),
    function("getswitchinterval", "()", getswitchinterval),
    function("setswitchinterval", "(interval, /)", setswitchinterval),
    function("getdefaultencoding", "()", encoding),
    function("getfilesystemencoding", "()", encoding),
    function("get_coroutine_origin_tracking_depth", "()", get_origin_depth),
    function("set_coroutine_origin_tracking_depth", "(depth)", set_origin_depth),
    function("excepthook", "(exctype, value, traceback, /)", excepthook),
    function("unraisablehook", "(unraisable, /)", unraisablehook),
    function("_getframe", "(depth=0, /)", getframe),
    function("exception", "()", exception),
    function("exc_info", "()", exc_info),
    function("exit", "(status=None, /)", exit),
    function("getrecursionlimit", "()", getrecursionlimit),
    function("setrecursionlimit", "(limit, /)", setrecursionlimit),
    function("get_int_max_str_digits", "()", get_text_digits),
    function("set_int_max_str_digits", "(maxdigits)", set_text_digits),
    function("getrefcount", "(object, /)", getrefcount),
    function("intern", "(string, /)", intern_function),
    function("get_lazy_imports", "()", get_lazy_imports).since(Version::V3_15),
    function("set_lazy_imports", "(mode)", set_lazy_imports).since(Version::V3_15),
    function("get_lazy_imports_filter", "()", get_lazy_imports_filter).since(Version::V3_15),
    function("set_lazy_imports_filter", "(filter)", set_lazy_imports_filter).since(Version::V3_15),
};

// --- stdout and stderr ---

struct Stream : NativeObject {
  bool error = false;
};

static Ref stream_write(Args& args) {
  if (!is<Str>(args[1]))
    return raise_type_error({"write() argument must be str, not ", type_name(args[1])});
  auto* stream = static_cast<Stream*>(args[0].object());
  std::string_view text = text_of(args[1]);
  if (stream->error)
    vm().output.write_err(text);
  else
    vm().output.write_out(text);
  return Value::of_int(as<Str>(args[1])->length);
}
static Ref stream_flush(Args&) { return Value::none(); }
static Ref stream_name(Args& args) {
  return new_str(static_cast<Stream*>(args[0].object())->error ? "<stderr>" : "<stdout>");
}
static Ref stream_encoding(Args&) { return new_str("utf-8"); }
static Ref stream_isatty(Args&) { return Value::boolean(false); }

static const NativeDefinition kStreamMethods[] = {
    method("write", "(self, text, /)", stream_write),
    method("flush", "(self)", stream_flush),
    getter("name", stream_name),
    getter("encoding", stream_encoding),
    method("isatty", "(self)", stream_isatty),
};

static Type* stream_type;

// --- version_info ---

static int64_t minor_version() { return int64_t(vm().version); }
static int64_t micro_version() {
  std::string_view release = names_of(vm().version).release;
  int64_t micro = 0;
  for (char digit : release.substr(release.rfind('.') + 1)) micro = micro * 10 + (digit - '0');
  return micro;
}

template <uint32_t index>
static Ref version_part(Args& args) {
  return as<Tuple>(args[0])->items[index];
}
static Ref version_repr(Args&) {
  return new_str(
      concat({"sys.version_info(major=3, minor=", std::to_string(minor_version()),
              ", micro=", std::to_string(micro_version()), ", releaselevel='final', serial=0)"}));
}
static const NativeDefinition kVersionMethods[] = {
    getter("major", version_part<0>),  getter("minor", version_part<1>),
    getter("micro", version_part<2>),  getter("releaselevel", version_part<3>),
    getter("serial", version_part<4>), method("__repr__", "(self, /)", version_repr),
};
static Type* version_type;

void register_sys() {
  register_hooks();
  TypeSpec spec;
  spec.name = "_io.TextIOWrapper";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Stream);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.flags = Type::kNoInstance;
  spec.methods = kStreamMethods;
  spec.slots.destroy = destroy_native<Stream>;
  stream_type = new_builtin_type(spec);
  version_type = new_builtin_type({.name = "sys.version_info",
                                   .base = types.tuple,
                                   .layout = Kind::Tuple,
                                   .flags = Type::kNoInstance | Type::kNoSubclass,
                                   .methods = kVersionMethods});
}

static Ref new_stream(bool error) {
  auto* stream = make_object<Stream>(stream_type, 0);
  stream->error = error;
  return Ref::adopt(stream);
}

void make_sys_module(Dict* module) {
  add_functions(module, "sys", kSysFunctions, std::size(kSysFunctions));
  for (const char* hook : {"excepthook", "unraisablehook"}) {
    dict_set(module, intern(concat({"__", hook, "__"})), dict_get(module, intern(hook)));
  }
  Ref out = new_stream(false), err = new_stream(true);
  auto set = [&](const char* name, const Ref& value) { dict_set(module, intern(name), value); };
  for (const char* name : {"stdout", "__stdout__"}) set(name, out);
  for (const char* name : {"stderr", "__stderr__"}) set(name, err);
  set("argv", new_list(std::vector<Value>{Value::of(intern("main.py"))}));
  set("version", new_str(concat({names_of(vm().version).release, " (Awaitscope)"})));
  Ref version =
      new_tuple({Value::of_int(3), Value::of_int(minor_version()), Value::of_int(micro_version()),
                 Value::of(intern("final")), Value::of_int(0)});
  version.get().object()->type = version_type;  // both are immortal
  set("version_info", version);
  set("hexversion", Value::of_int(0x030000f0 + (minor_version() << 16) + (micro_version() << 8)));
  set("executable", new_str(""));
  set("platform", new_str("awaitscope"));
  set("maxsize", new_int(INT64_MAX));
  set("byteorder", new_str("little"));
  set("modules", Value::of(vm().modules));
  set("path", new_list());
  if (since(Version::V3_15)) set("lazy_modules", lazy_modules());
}

}  // namespace awaitscope
