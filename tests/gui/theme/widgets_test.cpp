// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/hover_card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rating_edit.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/status.h"
#include "ui/widgets/weight_slider.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace weighbridge;
using namespace weighbridge::widgets;

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void weightMovesByKeys();
    void weightGoesWhereItIsClicked();
    void tieIsDrawnInTheColourOfTheLeader();
    void ratingMovesByKeysInHalfSteps();
    void ratingIsTyped();
    void ratingFollowsClickAndDrag();
    void settingARatingIsNotAnEdit();
    void measuredRatingMayLeaveTheScale();
    void readOnlyRatingStays();
    void ratingIsReadAloud();
    void sourceDotAppearsOnceTheRatingDiffers();
    void aNarrowRatingBreaksItsWords();
    void segmentsAreExclusiveRadioButtons();
    void railButtonsAreExclusive();
    void iconButtonHasAName();
    void focusRingIsForTheKeyboardOnly();
    void hoverCardSortsAndStaysInside();
    void progressSaysItInWords();
    void flowLayoutBreaksRows();
    void elidedLabelGivesWay();
    void labelFollowsTheTheme();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

namespace
{

constexpr QSize kRatingSize(126, 40);

/// Middle of a pip, or of its left half.
QPoint pip(int number, double share = 0.7)
{
    const double width = (kRatingSize.width() - 4 * 4) / 5.0;
    return {qRound((number - 1) * (width + 4) + width * share), 8};
}

bool holds(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

void WidgetsTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void WidgetsTest::weightMovesByKeys()
{
    WeightSlider slider;
    slider.setValue(5);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(slider.value(), 6);
    QTest::keyClick(&slider, Qt::Key_Left);
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(slider.value(), 4);
    QTest::keyClick(&slider, Qt::Key_PageUp);
    QCOMPARE(slider.value(), 6);
    QTest::keyClick(&slider, Qt::Key_PageDown);
    QCOMPARE(slider.value(), 4);
    QTest::keyClick(&slider, Qt::Key_End);
    QCOMPARE(slider.value(), WeightSlider::maximumWeight);
    QTest::keyClick(&slider, Qt::Key_Home);
    QCOMPARE(slider.value(), 0);
}

void WidgetsTest::weightGoesWhereItIsClicked()
{
    WeightSlider slider;
    slider.resize(216, 36);
    slider.show();
    QSignalSpy pressed(&slider, &QSlider::sliderPressed);
    QSignalSpy released(&slider, &QSlider::sliderReleased);
    // The groove is 8 px shorter at both ends: 20 px a step.
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {8 + 7 * 20, 18});
    QCOMPARE(slider.value(), 7);
    QTest::mousePress(&slider, Qt::LeftButton, {}, {8 + 7 * 20, 18});
    QTest::mouseMove(&slider, {8 + 2 * 20, 18});
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, {8 + 2 * 20, 18});
    QCOMPARE(slider.value(), 2);
    QCOMPARE(pressed.count(), 2);
    QCOMPARE(released.count(), 2);
}

void WidgetsTest::tieIsDrawnInTheColourOfTheLeader()
{
    WeightSlider slider;
    slider.resize(slider.sizeHint());
    const QColor python(0xAD, 0x55, 0x00);
    QVERIFY(!holds(slider.grab().toImage(), python));
    slider.setTie(4.5, QStringLiteral("python"), QStringLiteral("Python leads from 4.5"));
    QVERIFY(holds(slider.grab().toImage(), python));
    QCOMPARE(slider.accessibleDescription(), QStringLiteral("Python leads from 4.5"));
    slider.setTie({}, {}, QStringLiteral("Never flips alone"));
    QVERIFY(!holds(slider.grab().toImage(), python));
}

void WidgetsTest::ratingMovesByKeysInHalfSteps()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.setRating(3.0);
    QSignalSpy edited(&edit, &RatingEdit::ratingEdited);
    QTest::keyClick(&edit, Qt::Key_Right);
    QCOMPARE(edit.rating(), std::optional(3.5));
    QTest::keyClick(&edit, Qt::Key_PageUp);
    QCOMPARE(edit.rating(), std::optional(4.5));
    QTest::keyClick(&edit, Qt::Key_Left);
    QCOMPARE(edit.rating(), std::optional(4.0));
    QTest::keyClick(&edit, Qt::Key_Home);
    QCOMPARE(edit.rating(), std::optional(1.0));
    QTest::keyClick(&edit, Qt::Key_Left);
    QCOMPARE(edit.rating(), std::optional(1.0));
    QTest::keyClick(&edit, Qt::Key_End);
    QCOMPARE(edit.rating(), std::optional(5.0));
    QCOMPARE(edited.count(), 5);
    QCOMPARE(edited.last().at(0).toDouble(), 5.0);
    QCOMPARE(edit.origin(), RatingOrigin::edited);
}

void WidgetsTest::ratingIsTyped()
{
    RatingEdit edit(QStringLiteral("go"));
    QSignalSpy edited(&edit, &RatingEdit::ratingEdited);
    QTest::keyClick(&edit, Qt::Key_4);
    QCOMPARE(edit.rating(), std::optional(4.0));
    QTest::keyClick(&edit, Qt::Key_4);
    QCOMPARE(edited.count(), 1);
    QTest::keyClick(&edit, Qt::Key_7);
    QCOMPARE(edit.rating(), std::optional(4.0));
    // A first rating of 1 is an edit too, although the slider underneath already stands there.
    edit.setRating({});
    QTest::keyClick(&edit, Qt::Key_1);
    QCOMPARE(edit.rating(), std::optional(1.0));
    QCOMPARE(edited.count(), 2);
}

void WidgetsTest::ratingFollowsClickAndDrag()
{
    RatingEdit edit(QStringLiteral("python"));
    edit.resize(kRatingSize);
    edit.setRating(2.0);
    QSignalSpy pressed(&edit, &QAbstractSlider::sliderPressed);
    QSignalSpy released(&edit, &QAbstractSlider::sliderReleased);
    QTest::mouseClick(&edit, Qt::LeftButton, {}, pip(4));
    QCOMPARE(edit.rating(), std::optional(4.0));
    QTest::mouseClick(&edit, Qt::LeftButton, {}, pip(4, 0.2));
    QCOMPARE(edit.rating(), std::optional(3.5));
    QTest::mousePress(&edit, Qt::LeftButton, {}, pip(2));
    QTest::mouseMove(&edit, pip(3));
    QTest::mouseMove(&edit, pip(5));
    QTest::mouseRelease(&edit, Qt::LeftButton, {}, pip(5));
    QCOMPARE(edit.rating(), std::optional(5.0));
    QTest::mouseMove(&edit, pip(1));
    QCOMPARE(edit.rating(), std::optional(5.0));
    QCOMPARE(pressed.count(), 3);
    QCOMPARE(released.count(), 3);
}

void WidgetsTest::settingARatingIsNotAnEdit()
{
    RatingEdit edit(QStringLiteral("go"));
    QSignalSpy edited(&edit, &RatingEdit::ratingEdited);
    edit.setRating(4.5);
    edit.setRating({});
    QCOMPARE(edited.count(), 0);
    QCOMPARE(edit.rating(), std::optional<double>());
}

void WidgetsTest::measuredRatingMayLeaveTheScale()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.setRating(6.2, RatingOrigin::measured);
    QCOMPARE(edit.rating(), std::optional(6.2));
    QCOMPARE(edit.origin(), RatingOrigin::measured);
    QVERIFY(edit.valueText().contains(QLatin1String("above")));
    edit.setRating(0.4, RatingOrigin::measured);
    QVERIFY(edit.valueText().contains(QLatin1String("below")));
    // The first step by hand comes back onto the scale.
    QTest::keyClick(&edit, Qt::Key_End);
    QCOMPARE(edit.rating(), std::optional(5.0));
}

void WidgetsTest::readOnlyRatingStays()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.resize(kRatingSize);
    edit.setRating(3.0);
    edit.setReadOnly(true);
    QTest::keyClick(&edit, Qt::Key_Right);
    QTest::keyClick(&edit, Qt::Key_5);
    QTest::mouseClick(&edit, Qt::LeftButton, {}, pip(1));
    QCOMPARE(edit.rating(), std::optional(3.0));
}

void WidgetsTest::ratingIsReadAloud()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.setAccessibleName(QStringLiteral("Go, High-traffic API"));
    edit.setRating(3.5);
    edit.setWording(QStringLiteral("Larger images"), QStringLiteral("a copy"));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&edit);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Slider);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Go, High-traffic API"));
    QCOMPARE(interface->text(QAccessible::Value), QStringLiteral("3.5 of 5"));
    QVERIFY(interface->text(QAccessible::Description).contains(QLatin1String("a copy")));
    QVERIFY(interface->valueInterface());
    QCOMPARE(interface->valueInterface()->currentValue().toDouble(), 3.5);
    QSignalSpy edited(&edit, &RatingEdit::ratingEdited);
    interface->valueInterface()->setCurrentValue(4.5);
    QCOMPARE(edit.rating(), std::optional(4.5));
    QCOMPARE(edited.count(), 1);
}

void WidgetsTest::sourceDotAppearsOnceTheRatingDiffers()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.resize(kRatingSize);
    edit.setRating(4.0);
    const QImage plain = edit.grab().toImage();
    edit.setSourceRating(4.0);
    QCOMPARE(edit.grab().toImage(), plain);
    edit.setSourceRating(2.0);
    QVERIFY(edit.grab().toImage() != plain);
}

void WidgetsTest::aNarrowRatingBreaksItsWords()
{
    RatingEdit edit(QStringLiteral("go"));
    edit.setWording(QStringLiteral("164,000 requests/s\nmore than needed"));
    const auto heightAt = [&](int width) {
        edit.resize(width, kRatingSize.height());
        // Hidden widgets learn their size when they are painted.
        (void)edit.grab();
        return edit.sizeHint().height();
    };
    const int wide = heightAt(400);
    QVERIFY(heightAt(edit.minimumSizeHint().width()) > wide);
    QCOMPARE(heightAt(400), wide);
    edit.setWording(QStringLiteral("Ideal"));
    QVERIFY(edit.sizeHint().height() < wide);
}

void WidgetsTest::segmentsAreExclusiveRadioButtons()
{
    SegmentedControl control({QStringLiteral("Log"), QStringLiteral("Linear")},
                             QStringLiteral("Scale"));
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QCOMPARE(control.currentIndex(), 0);
    QTest::mouseClick(control.segment(1), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 1);
    QTest::keyClick(control.segment(1), Qt::Key_Left);
    QCOMPARE(control.currentIndex(), 0);
    control.setCurrentIndex(0);
    QCOMPARE(changed.count(), 2);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(control.segment(0));
    QCOMPARE(interface->role(), QAccessible::RadioButton);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Log"));
}

void WidgetsTest::railButtonsAreExclusive()
{
    QWidget rail;
    QVBoxLayout column(&rail);
    auto *decide = new RailButton(theme::Glyph::decide, QStringLiteral("Decide"));
    auto *report = new RailButton(theme::Glyph::report, QStringLiteral("Report"));
    column.addWidget(decide);
    column.addWidget(report);
    decide->setChecked(true);
    report->click();
    QVERIFY(!decide->isChecked());
    QImage before = decide->grab().toImage();
    decide->setStatus(RailStatus::failed, QStringLiteral("failed"));
    QVERIFY(holds(decide->grab().toImage(), theme::lightTokens().err));
    QCOMPARE(decide->accessibleDescription(), QStringLiteral("failed"));
}

void WidgetsTest::iconButtonHasAName()
{
    IconButton button(theme::Glyph::undo, QStringLiteral("Undo"));
    QCOMPARE(QAccessible::queryAccessibleInterface(&button)->text(QAccessible::Name),
             QStringLiteral("Undo"));
    QCOMPARE(button.toolTip(), QStringLiteral("Undo"));
}

void WidgetsTest::focusRingIsForTheKeyboardOnly()
{
    QWidget window;
    QVBoxLayout column(&window);
    auto *first = makeButton(QStringLiteral("first"));
    auto *second = makeButton(QStringLiteral("second"));
    column.addWidget(first);
    column.addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    FocusRing ring(qApp);
    first->setFocus(Qt::MouseFocusReason);
    QVERIFY(!ring.widget());
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), second);
    QCOMPARE(ring.widget(), second);
    QVERIFY(ring.frame()->isVisible());
    QVERIFY(ring.frame()->geometry().contains(second->geometry()));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!ring.widget());
    // A control that already has the focus shows it with the first key.
    first->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(first, Qt::Key_Space);
    QCOMPARE(ring.widget(), first);
}

void WidgetsTest::hoverCardSortsAndStaysInside()
{
    QWidget window;
    window.resize(400, 300);
    HoverCard card(&window);
    card.setContent(QStringLiteral("3 s"),
                    {{QStringLiteral("django"), QStringLiteral("Django"), QStringLiteral("1"), 1},
                     {QStringLiteral("gin"), QStringLiteral("Gin"), QStringLiteral("9"), 9}});
    QCOMPARE(card.summary(), QStringLiteral("3 s: Gin 9, Django 1"));
    for (const QPoint anchor : {QPoint(0, 0), QPoint(399, 299), QPoint(200, 150), QPoint(399, 0)}) {
        card.showAt(&window, anchor);
        QVERIFY(window.rect().contains(card.geometry()));
        QVERIFY(card.isVisibleTo(&window));
    }
}

void WidgetsTest::progressSaysItInWords()
{
    SegmentedProgress progress;
    progress.setSegments({{QStringLiteral("gin"), QStringLiteral("Gin"), 1.0, false},
                          {QStringLiteral("django"), QStringLiteral("Django"), 0.5, false}});
    QCOMPARE(progress.fraction(), 0.75);
    QCOMPARE(progress.accessibleDescription(), QStringLiteral("Gin 100 %, Django 50 %"));
}

void WidgetsTest::flowLayoutBreaksRows()
{
    QWidget window;
    auto *flow = new FlowLayout(&window);
    for (int index = 0; index < 4; ++index) {
        auto *box = new QWidget;
        box->setFixedSize(100, 20);
        flow->addWidget(box);
    }
    QCOMPARE(flow->heightForWidth(4 * 100 + 3 * flow->spacing()), 20);
    QCOMPARE(flow->heightForWidth(4 * 100 + 3 * flow->spacing() - 1), 40 + flow->spacing());
    QCOMPARE(flow->heightForWidth(100), 80 + 3 * flow->spacing());
    QCOMPARE(flow->minimumSize(), QSize(100, 20));
    delete flow->takeAt(0);
    QCOMPARE(flow->count(), 3);
    QVERIFY(!flow->takeAt(3));
}

void WidgetsTest::elidedLabelGivesWay()
{
    ElidedLabel label(QString(200, QLatin1Char('w')));
    QVERIFY(label.minimumSizeHint().width() < 40);
    QVERIFY(label.sizeHint().width() > 400);
}

void WidgetsTest::labelFollowsTheTheme()
{
    Label label(QStringLiteral("Python"), theme::TextRole::section);
    Label verdict(QStringLiteral("Go leads"), theme::TextRole::verdict);
    QCOMPARE(label.palette().color(QPalette::WindowText), theme::lightTokens().text);
    m_theme->setAppearance(theme::Appearance::dark);
    QCoreApplication::processEvents();
    QCOMPARE(label.palette().color(QPalette::WindowText), theme::darkTokens().text);
    m_theme->setTextScale(2.0);
    QCoreApplication::processEvents();
    QCOMPARE(label.font().pixelSize(), 30);
    QCOMPARE(verdict.font().pixelSize(), 48);
    m_theme->setTextScale(1.0);
    m_theme->setAppearance(theme::Appearance::light);
    QCoreApplication::processEvents();
    QCOMPARE(label.font().pixelSize(), 15);
    label.setSeries(QStringLiteral("echo"));
    QCOMPARE_GE(theme::contrastRatio(label.palette().color(QPalette::WindowText), Qt::white), 4.6);
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
