# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading the headers of Qt and of the standard library is most of what a compiler does here, so they
# are compiled once for each of a few layers. Only foreign headers, and only those that a good part of a
# layer's sources would read anyway: a source still includes what it uses, which house_rules checks.
set(weighbridge_standard_headers
    <algorithm> <array> <chrono> <cstdint> <optional> <string> <string_view> <vector>)
set(weighbridge_core_headers ${weighbridge_standard_headers}
    <atomic> <cmath> <functional> <map> <memory> <numeric> <stop_token> <variant>
    <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QLocale> <QSet> <QString> <QStringList>)
set(weighbridge_widgets_headers ${weighbridge_core_headers}
    <QBoxLayout> <QGridLayout> <QIcon> <QLabel> <QPainter>
    <QPainterPath> <QProxyStyle> <QPushButton> <QTimer> <QToolButton> <QWidget>)
set(weighbridge_test_headers <QSignalSpy> <QTemporaryDir> <QTest>)

# weighbridge_add_precompiled(LAYER LIBRARIES … HEADERS …): the owner of one precompiled header. It
# links no more than each of its users, for a definition that a user lacks would make the compiler
# refuse the header.
function(weighbridge_add_precompiled layer)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
    set(owner weighbridge_precompiled_${layer})
    set(unit ${PROJECT_BINARY_DIR}/precompiled/${layer}.cpp)
    file(CONFIGURE OUTPUT ${unit} CONTENT "// Only its precompiled header is of interest.\n")
    add_library(${owner} OBJECT EXCLUDE_FROM_ALL ${unit})
    target_link_libraries(${owner} PRIVATE ${ARG_LIBRARIES})
    target_precompile_headers(${owner} PRIVATE ${ARG_HEADERS})
endfunction()

weighbridge_add_precompiled(standard
    LIBRARIES weighbridge_compile_rules HEADERS ${weighbridge_standard_headers})
weighbridge_add_precompiled(core
    LIBRARIES weighbridge_qt_rules Qt6::Core HEADERS ${weighbridge_core_headers})
weighbridge_add_precompiled(widgets
    LIBRARIES weighbridge_qt_rules Qt6::Widgets HEADERS ${weighbridge_widgets_headers})
if(BUILD_TESTING)
    weighbridge_add_precompiled(core_tests LIBRARIES weighbridge_test_rules Qt6::Core
        HEADERS ${weighbridge_core_headers} ${weighbridge_test_headers})
    weighbridge_add_precompiled(widgets_tests LIBRARIES weighbridge_test_rules Qt6::Widgets
        HEADERS ${weighbridge_widgets_headers} ${weighbridge_test_headers})
endif()

# weighbridge_find_layer(RESULT LIBRARIES…): the highest layer that one of the libraries belongs to.
function(weighbridge_find_layer result)
    set(order standard core gui widgets)
    set(highest 0)
    foreach(library IN LISTS ARGN)
        set(layer standard)
        if(library MATCHES "^Qt6::(Widgets|Charts|OpenGLWidgets)$")
            set(layer widgets)
        elseif(library MATCHES "^Qt6::(Gui|Svg)$")
            set(layer gui)
        elseif(library MATCHES "^(Qt6::.*|weighbridge_(qt|test)_rules)$")
            set(layer core)
        elseif(TARGET ${library})
            get_target_property(found ${library} WEIGHBRIDGE_LAYER)
            if(found)
                set(layer ${found})
            endif()
        endif()
        list(FIND order ${layer} rank)
        if(rank GREATER highest)
            set(highest ${rank})
        endif()
    endforeach()
    list(GET order ${highest} layer)
    set(${result} ${layer} PARENT_SCOPE)
endfunction()

# weighbridge_precompile(TARGET): lets a library or executable, after it has been linked, take the
# precompiled header of its layer.
function(weighbridge_precompile target)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    weighbridge_find_layer(layer ${libraries})
    set_target_properties(${target} PROPERTIES WEIGHBRIDGE_LAYER ${layer})
    if(weighbridge_test_rules IN_LIST libraries)
        # QtTest's headers look different where Gui is known, so core's are of no use there.
        if(layer STREQUAL gui)
            return()
        endif()
        set(layer ${layer}_tests)
    elseif(layer STREQUAL gui)
        set(layer core)
    endif()
    target_precompile_headers(${target} REUSE_FROM weighbridge_precompiled_${layer})
endfunction()
