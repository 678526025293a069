// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"
#include "shown_window.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/input_rules.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/weight_slider.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDial>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMetaProperty>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

#include <functional>

using namespace weighbridge;
using testing::turnWheel;
using testing::WheelWay;

using MakeWidget = std::function<QWidget *()>;
Q_DECLARE_METATYPE(MakeWidget)

namespace
{
constexpr int kTimeoutMs = 60'000;
}

/// What holds for the focus and for the wheel wherever they are.
class InputRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFocusRingOutlivesDialogsAndWindows();
    void theFocusRingLeavesWhatIsDeleted();
    void theWheelScrollsThePageAndNeverEdits_data();
    void theWheelScrollsThePageAndNeverEdits();
    void theWheelScrollsListsAndThenThePage();
    void theWheelMovesNoFocus();
    void theWheelEditsNothingOnAnyPage();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

/// A dialog or window with one button.
template <typename Window> struct WithButton {
    QPointer<Window> window = new Window;
    QPushButton *button = widgets::makeButton(QStringLiteral("button"));

    WithButton()
    {
        auto *layout = new QVBoxLayout(window);
        layout->addWidget(button);
        window->show();
    }
};

/// A page that is four times as high as what is seen of it, with a widget in the middle.
class ScrolledPage
{
public:
    explicit ScrolledPage(QWidget *widget) : m_widget(widget)
    {
        constexpr int kHeight = 200;
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        layout->addWidget(widget, 0, Qt::AlignCenter);
        content->setMinimumHeight(4 * kHeight);
        m_area.setWidgetResizable(true);
        m_area.setWidget(content);
        m_area.resize(2 * kHeight, kHeight);
        m_area.show();
        m_area.verticalScrollBar()->setValue(m_area.verticalScrollBar()->maximum() / 2);
    }

    [[nodiscard]] QWidget &widget() { return *m_widget; }
    [[nodiscard]] QScrollArea &area() { return m_area; }
    [[nodiscard]] int position() const { return m_area.verticalScrollBar()->value(); }

private:
    QScrollArea m_area;
    QWidget *m_widget;
};

/// Whatever holds a value that could be turned, with that value.
std::vector<std::pair<QWidget *, QVariant>> editorsOn(const QWidget &window)
{
    std::vector<std::pair<QWidget *, QVariant>> editors;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool turns =
            qobject_cast<QAbstractSlider *>(widget)
                ? !qobject_cast<QScrollBar *>(widget)
                : qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
        if (turns && widget->isVisible())
            editors.emplace_back(widget, widget->metaObject()->userProperty().read(widget));
    }
    return editors;
}

} // namespace

void InputRulesTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void InputRulesTest::theFocusRingOutlivesDialogsAndWindows()
{
    widgets::InputRules rules(*qApp);
    const WithButton<QWidget> main;
    for (int round = 0; round < 3; ++round) {
        const WithButton<QDialog> asked;
        QVERIFY(QTest::qWaitForWindowActive(asked.window, kTimeoutMs));
        asked.button->clearFocus();
        asked.button->setFocus(Qt::TabFocusReason);
        QCOMPARE(rules.focusRing().widget(), asked.button);
        delete asked.window;
        QVERIFY(!rules.focusRing().widget());
        main.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(main.window, kTimeoutMs));
        main.button->clearFocus();
        main.button->setFocus(Qt::TabFocusReason);
        QCOMPARE(rules.focusRing().widget(), main.button);
    }
    // At the end of the program the window goes before the rules.
    delete main.window;
    QVERIFY(!rules.focusRing().widget());
}

void InputRulesTest::theFocusRingLeavesWhatIsDeleted()
{
    widgets::InputRules rules(*qApp);
    const WithButton<QWidget> main;
    QVERIFY(QTest::qWaitForWindowActive(main.window, kTimeoutMs));
    main.button->clearFocus();
    auto *other = widgets::makeButton(QStringLiteral("other"));
    main.window->layout()->addWidget(other);
    other->show();
    main.button->setFocus(Qt::TabFocusReason);
    QCOMPARE(rules.focusRing().widget(), main.button);
    delete main.button;
    QVERIFY(rules.focusRing().widget() != main.button);
    other->clearFocus();
    other->setFocus(Qt::TabFocusReason);
    QCOMPARE(rules.focusRing().widget(), other);
    delete main.window;
}

void InputRulesTest::theWheelScrollsThePageAndNeverEdits_data()
{
    QTest::addColumn<MakeWidget>("make");
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<bool>("focused");
    const auto inTheMiddle = [](auto *widget) {
        widget->setRange(0, 10);
        widget->setValue(5);
        return widget;
    };
    const auto makeCombo = [] {
        auto *combo = new QComboBox;
        combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        combo->setCurrentIndex(1);
        return combo;
    };
    const auto makeEditableCombo = [makeCombo] {
        QComboBox *combo = makeCombo();
        combo->setEditable(true);
        return combo;
    };
    const auto makeRating = [] {
        auto *rating = new widgets::RatingEdit(QStringLiteral("go"));
        rating->setRating(3);
        return rating;
    };
    const auto makeTabs = [] {
        auto *tabs = new QTabBar;
        for (int tab = 0; tab < 3; ++tab)
            tabs->addTab(QString::number(tab));
        tabs->setCurrentIndex(1);
        return tabs;
    };
    const std::tuple<const char *, MakeWidget, const char *> editors[] = {
        {"slider", [=] { return inTheMiddle(new QSlider(Qt::Horizontal)); }, "value"},
        {"dial", [=] { return inTheMiddle(new QDial); }, "value"},
        {"weight", [=] { return inTheMiddle(new widgets::WeightSlider); }, "value"},
        {"rating", makeRating, "value"},
        {"spin box", [=] { return inTheMiddle(new QSpinBox); }, "value"},
        {"spin box of fractions", [=] { return inTheMiddle(new QDoubleSpinBox); }, "value"},
        {"date", [] { return new QDateEdit(QDate(2026, 3, 1)); }, "date"},
        {"combo box", makeCombo, "currentIndex"},
        {"editable combo box", makeEditableCombo, "currentIndex"},
        {"tab bar", makeTabs, "currentIndex"}};
    for (const auto &[name, make, property] : editors) {
        for (const bool focused : {false, true})
            QTest::addRow("%s%s", name, focused ? ", focused" : "")
                << make << QByteArray(property) << focused;
    }
}

void InputRulesTest::theWheelScrollsThePageAndNeverEdits()
{
    QFETCH(const MakeWidget, make);
    QFETCH(const QByteArray, property);
    QFETCH(const bool, focused);
    const widgets::InputRules rules(*qApp);
    ScrolledPage page(make());
    QVERIFY(QTest::qWaitForWindowActive(&page.area(), kTimeoutMs));
    if (focused)
        page.widget().setFocus();
    const QVariant value = page.widget().property(property);
    QVERIFY(value.isValid());
    for (const WheelWay way : {WheelWay::down, WheelWay::up}) {
        const int before = page.position();
        turnWheel(page.widget(), way);
        QCOMPARE(page.widget().property(property), value);
        QVERIFY(way == WheelWay::down ? page.position() > before : page.position() < before);
    }
    // What lies inside an editor is a part of it: the field of a spin box.
    if (auto *field = page.widget().findChild<QLineEdit *>()) {
        const int before = page.position();
        turnWheel(*field, WheelWay::down);
        QCOMPARE(page.widget().property(property), value);
        QVERIFY(page.position() > before);
    }
}

void InputRulesTest::theWheelScrollsListsAndThenThePage()
{
    const widgets::InputRules rules(*qApp);
    auto *list = new QListWidget;
    for (int row = 0; row < 8; ++row)
        list->addItem(QString::number(row));
    list->setFixedHeight(100);
    ScrolledPage page(list);
    QVERIFY(QTest::qWaitForWindowActive(&page.area(), kTimeoutMs));
    QScrollBar *bar = list->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    const int before = page.position();
    turnWheel(*list->viewport(), WheelWay::down);
    QVERIFY(bar->value() > 0);
    QCOMPARE(page.position(), before);
    bar->setValue(bar->maximum());
    turnWheel(*list->viewport(), WheelWay::down);
    QVERIFY(page.position() > before);
    // A scroll bar is no editor.
    const int scrolled = page.position();
    turnWheel(*page.area().verticalScrollBar(), WheelWay::up);
    QVERIFY(page.position() < scrolled);
}

void InputRulesTest::theWheelMovesNoFocus()
{
    const widgets::InputRules rules(*qApp);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    auto *field = new QLineEdit;
    auto *combo = new QComboBox;
    auto *spin = new QSpinBox;
    auto *list = new QListWidget;
    for (QWidget *widget : {static_cast<QWidget *>(field), static_cast<QWidget *>(combo),
                            static_cast<QWidget *>(spin), static_cast<QWidget *>(list)})
        column->addWidget(widget);
    ScrolledPage page(form);
    QVERIFY(QTest::qWaitForWindowActive(&page.area(), kTimeoutMs));
    field->setFocus();
    for (QWidget *under :
         {static_cast<QWidget *>(combo), static_cast<QWidget *>(spin), list->viewport()}) {
        turnWheel(*under, WheelWay::down);
        QCOMPARE(QApplication::focusWidget(), field);
    }
    // A click does.
    QTest::mouseClick(spin, Qt::LeftButton);
    QVERIFY(spin->hasFocus());
}

void InputRulesTest::theWheelEditsNothingOnAnyPage()
{
    testing::ShownWindow window;
    const decision::Decision before = window.project().decision();
    QSet<QString> kinds;
    const auto turnOverAll = [&] {
        QCoreApplication::processEvents();
        for (const auto &[editor, value] : editorsOn(window.window())) {
            kinds.insert(QString::fromLatin1(editor->metaObject()->className()));
            for (const WheelWay way : {WheelWay::down, WheelWay::up, WheelWay::up})
                turnWheel(*editor, way);
            QVERIFY2(editor->metaObject()->userProperty().read(editor) == value,
                     qPrintable(editor->objectName()));
        }
    };
    auto *closerLook = window.find<widgets::SegmentedControl>(QStringLiteral("insight"));
    for (int panel = 0; panel < closerLook->count(); ++panel) {
        closerLook->setCurrentIndex(panel);
        turnOverAll();
    }
    window.project().compare(decision::Comparison::frameworks);
    turnOverAll();
    window.project().undoStack().undo();
    for (const int page : {shell::MainWindow::benchmarkPage, shell::MainWindow::comparePage,
                           shell::MainWindow::reportPage}) {
        window.window().showPage(page);
        turnOverAll();
    }
    QCOMPARE(window.project().decision(), before);
    QVERIFY2(kinds.size() >= 5, qPrintable(QStringList(kinds.values()).join(QLatin1Char(' '))));
}

QTEST_MAIN(InputRulesTest)
#include "input_rules_test.moc"
