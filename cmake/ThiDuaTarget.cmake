# SPDX-License-Identifier: GPL-3.0-or-later
# thidua_module(NAME LINKS a b ... SOURCES ...): one module of the architecture as a static library.
# A module sees the headers of the whole src/ tree, but links only what LINKS names; tests/layers checks the includes.

add_library(thidua_options INTERFACE)
target_compile_options(thidua_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror)
# GCC 12 sees overlapping and overlong copies in std::string that are not there (GCC bugs 105651, 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(thidua_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overread -Wno-stringop-overflow)
endif()
if(THIDUA_SANITIZE)
  # Without the checks that stand at every pointer: they double the objects and find what the address sanitizer finds by itself.
  target_compile_options(thidua_options INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr,pointer-overflow
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(thidua_options INTERFACE -fsanitize=address,undefined)
endif()

# thidua_pch(TARGET HEADERS...): precompiled headers whose cache key is what they are made from, since GCC writes other bytes in every
# folder: with CCACHE_PCH_EXTSUM=1 the compiler cache serves all clones of the tree.
function(thidua_pch target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  get_target_property(dir ${target} BINARY_DIR)
  file(WRITE ${dir}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum
    "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} Qt ${Qt6_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS_DEBUG} ${THIDUA_SANITIZE} ${ARGN}")
endfunction()

# The standard headers that nearly every file reads, compiled once for all Qt-free modules.
add_library(thidua_std OBJECT ${CMAKE_SOURCE_DIR}/cmake/std_pch.cpp)
target_link_libraries(thidua_std PUBLIC tl::expected PRIVATE thidua_options)
set(thidua_std_headers
  <algorithm> <array> <bitset> <charconv> <chrono> <compare> <cstdint> <exception> <filesystem> <fstream> <functional> <iterator> <map>
  <memory> <numeric> <optional> <set> <span> <sstream> <stdexcept> <string> <string_view> <type_traits> <unordered_map> <utility> <variant>
  <vector> <tl/expected.hpp>)
thidua_pch(thidua_std ${thidua_std_headers})

function(thidua_module name)
  cmake_parse_arguments(ARG "" "" "LINKS;PRIVATE_LINKS;SOURCES" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE thidua_options ${ARG_PRIVATE_LINKS})
  target_precompile_headers(${name} REUSE_FROM thidua_std)
endfunction()

# thidua_embed(TARGET NAMESPACE FUNCTION FILES...): the files' bytes as C++ data, so that the program, the tests and the
# command line run the very same rules, migrations and samples without looking for them on disk.
function(thidua_embed target function)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DFUNCTION=${function} "-DFILES=${ARGN}" -DBASE=${CMAKE_SOURCE_DIR}
            -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
