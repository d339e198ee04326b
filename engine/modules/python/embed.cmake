# Makes one C++ file of the Python modules beside this one. Called with OUTPUT.
file(GLOB sources "${CMAKE_CURRENT_LIST_DIR}/*.py")
set(texts "")
set(table "")
foreach(source ${sources})
  get_filename_component(name "${source}" NAME_WLE)
  file(READ "${source}" python)
  # Comments, empty lines and indentation by four blanks are for whoever reads the files here.
  string(REGEX REPLACE "\n *#[^\n]*" "" python "\n${python}")
  string(REGEX REPLACE "\n\n+" "\n" python "${python}")
  foreach(level RANGE 12)
    string(REGEX REPLACE "\n(\t*)    " "\n\\1\t" python "${python}")
  endforeach()
  string(MAKE_C_IDENTIFIER "k_${name}" variable)
  string(APPEND texts "AWAITSCOPE_DEFERRED static const char ${variable}[] = R\"PY(${python})PY\";\n")
  string(APPEND table "    {\"${name}\", ${variable}},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made of engine/modules/python/*.py.
#include \"engine/compat/deferred_data.h\"
#include \"engine/modules/modules.h\"

namespace awaitscope {

${texts}
const PythonModule kPythonModules[] = {
${table}    {nullptr, nullptr},
};

}  // namespace awaitscope
")
