# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The one place for standard, warnings and definitions. Every target links it.
add_library(weighbridge_compile_rules INTERFACE)
target_compile_features(weighbridge_compile_rules INTERFACE cxx_std_20)
target_include_directories(weighbridge_compile_rules INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(weighbridge_compile_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    $<$<BOOL:${WEIGHBRIDGE_WARNINGS_AS_ERRORS}>:-Werror>)
if(WEIGHBRIDGE_SANITIZERS)
    target_compile_options(weighbridge_compile_rules INTERFACE
        -fsanitize=${WEIGHBRIDGE_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(weighbridge_compile_rules INTERFACE -fsanitize=${WEIGHBRIDGE_SANITIZERS})
endif()
if(WEIGHBRIDGE_FUZZERS)
    target_compile_options(weighbridge_compile_rules INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Definitions that only make sense where Qt is included.
add_library(weighbridge_qt_rules INTERFACE)
target_link_libraries(weighbridge_qt_rules INTERFACE weighbridge_compile_rules)
target_compile_definitions(weighbridge_qt_rules INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Test code itself need not be fast, only what it tests; and it takes QtTest without the two definitions
# that hold each test's own folder, since they would keep the tests from sharing compiled headers.
add_library(weighbridge_test_rules INTERFACE)
target_link_libraries(weighbridge_test_rules INTERFACE weighbridge_qt_rules Qt6::Core)
target_compile_options(weighbridge_test_rules INTERFACE -O0)
if(BUILD_TESTING)
    target_link_libraries(weighbridge_test_rules INTERFACE $<LINK_ONLY:Qt6::Test>)
    target_include_directories(weighbridge_test_rules SYSTEM INTERFACE
        $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(weighbridge_test_rules INTERFACE QT_TESTLIB_LIB)
endif()

include(PrecompiledHeaders)

# What a figure or a Monte Carlo waits for is optimised as far as the build type asks. The rest waits for
# people, disks and servers; there a lower level saves a fifth of the compiler's time and nobody's else.
set(weighbridge_hot_folders core/decision core/http core/load core/reference core/results)

# weighbridge_in_folder(RESULT FOLDERS…): whether the current folder is one of these, or below one.
function(weighbridge_in_folder result)
    set(${result} FALSE PARENT_SCOPE)
    foreach(folder IN LISTS ARGN)
        set(above ${PROJECT_SOURCE_DIR}/${folder})
        cmake_path(IS_PREFIX above ${CMAKE_CURRENT_SOURCE_DIR} found)
        if(found)
            set(${result} TRUE PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

# weighbridge_add_library(<folder name> SOURCES … LIBRARIES …): one static library per folder, so
# that a layer can only see what it links.
function(weighbridge_add_library name)
    cmake_parse_arguments(ARG "QT_FREE" "" "SOURCES;LIBRARIES" ${ARGN})
    add_library(weighbridge_${name} STATIC ${ARG_SOURCES})
    if(ARG_QT_FREE)
        target_link_libraries(weighbridge_${name} PUBLIC weighbridge_compile_rules ${ARG_LIBRARIES})
    else()
        target_link_libraries(weighbridge_${name} PUBLIC weighbridge_qt_rules ${ARG_LIBRARIES})
    endif()
    weighbridge_precompile(weighbridge_${name})
    weighbridge_in_folder(is_hot ${weighbridge_hot_folders})
    if(NOT is_hot)
        target_compile_options(weighbridge_${name} PRIVATE $<$<CONFIG:Release,RelWithDebInfo>:-O1>)
    endif()
    # Signals and slots live in the window's layer alone, which house_rules checks: elsewhere looking
    # for them would cost a process and a unit per library.
    weighbridge_in_folder(is_of_the_window ui)
    if(is_of_the_window)
        set_target_properties(weighbridge_${name} PROPERTIES AUTOMOC ON)
    endif()
endfunction()
