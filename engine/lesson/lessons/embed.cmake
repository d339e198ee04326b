# Makes one C++ file of the lessons beside this one, in the order of contents.md. Called with OUTPUT.
cmake_minimum_required(VERSION 3.23)
file(READ "${CMAKE_CURRENT_LIST_DIR}/contents.md" contents)
string(REGEX MATCHALL "\\([a-z0-9-]+\\.md\\)" links "${contents}")

# The value of a line of the front matter, as a C++ literal; NULL where there is no such line.
function(front_matter text key to)
  string(REGEX MATCH "\n${key}:[ ]*([^\n]*)" found "${text}")
  if(NOT found)
    set(${to} nullptr PARENT_SCOPE)
    return()
  endif()
  set(value "${CMAKE_MATCH_1}")
  if(NOT value MATCHES "^\".*\"$")
    string(REPLACE "\\" "\\\\" value "${value}")
    string(REPLACE "\"" "\\\"" value "${value}")
    set(value "\"${value}\"")
  endif()
  set(${to} "${value}" PARENT_SCOPE)
endfunction()

set(texts "")
set(table "")
foreach(link ${links})
  string(REGEX REPLACE ".*\\((.*)\\.md\\)" "\\1" id "${link}")
  file(READ "${CMAKE_CURRENT_LIST_DIR}/${id}.md" text)
  foreach(key title chapter question switches)
    front_matter("${text}" ${key} ${key})
  endforeach()
  string(MAKE_C_IDENTIFIER "k_${id}" variable)
  string(APPEND texts "AWAITSCOPE_DEFERRED static const char ${variable}[] = R\"LESSON(${text})LESSON\";\n")
  string(APPEND table "    {\"${id}\", ${title}, ${chapter}, ${question}, ${switches}, ${variable}},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made of engine/lesson/lessons/*.md.
#include \"engine/lesson/embedded_lessons.h\"

#include \"engine/compat/deferred_data.h\"

namespace awaitscope {

${texts}
const EmbeddedLesson kEmbeddedLessons[] = {
${table}    {nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
};

}  // namespace awaitscope
")
