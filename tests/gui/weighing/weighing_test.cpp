// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/weight_judgements.h"
#include "ui/session/project_session.h"
#include "ui/theme/theme.h"
#include "ui/weighing/pair_judgements.h"
#include "ui/weighing/weighing.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace weighbridge;

/// Every way of setting weights through its dialog, on the sample project.
class WeighingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void rankingByKeyboardIsOneUndoStep();
    void cancellingChangesNothing();
    void swingPointsBecomeWeights();
    void swingsWithoutPointsAreRefused();
    void untouchedPairsKeepTheOrder();
    void eachDialogReopensWithItsJudgements();
    void anEmptyProjectOpensEachDialog();
    void contradictoryPairsAreNamedAndShown();
    void moreThanTenNeedsKeepTheirShare();
    void onlyTheSurenessOfTheWeightsChanges();
    void impossibleBoundsAreExplained();
    void weightsOfSomeoneElseLeaveTheProjectAlone();
    void eachDialogIsDrawn_data();
    void eachDialogIsDrawn();

private:
    using Open = void (*)(QWidget *, session::ProjectSession &);
    QDialog *open(Open function);
    template <typename Widget> Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    void apply();
    [[nodiscard]] std::vector<double> weights() const;

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<session::ProjectSession> m_session;
    std::unique_ptr<QWidget> m_window;
};

void WeighingTest::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Appearance::light);
}

void WeighingTest::init()
{
    m_theme->setAppearance(theme::Appearance::light);
    m_session = std::make_unique<session::ProjectSession>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void WeighingTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

QDialog *WeighingTest::open(Open function)
{
    function(m_window.get(), *m_session);
    auto *dialog = m_window->findChild<QDialog *>();
    dialog->activateWindow();
    return dialog;
}

void WeighingTest::apply()
{
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("weighing.apply")), Qt::LeftButton);
}

std::vector<double> WeighingTest::weights() const
{
    std::vector<double> weights;
    for (const decision::Need &need : m_session->decision().needs)
        weights.push_back(need.weight);
    return weights;
}

void WeighingTest::rankingByKeyboardIsOneUndoStep()
{
    const decision::Decision before = m_session->decision();
    QVERIFY(QTest::qWaitForWindowActive(open(&weighing::weighByRank)));
    auto *list = find<QListView>(QStringLiteral("rank.list"));
    const QString heaviest = list->model()->index(0, 0).data().toString();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(list->model()->index(2, 0).data().toString(), heaviest);
    QVERIFY(m_session->decision() == before);
    apply();
    const std::vector<double> after = weights();
    QCOMPARE(*std::max_element(after.begin(), after.end()), 10.0);
    QVERIFY(m_session->decision() != before);
    QCOMPARE(m_session->undoStack().count(), 1);
    m_session->undoStack().undo();
    QVERIFY(m_session->decision() == before);
}

void WeighingTest::cancellingChangesNothing()
{
    const decision::Decision before = m_session->decision();
    open(&weighing::weighByRank);
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("rank.down")), Qt::LeftButton);
    QTest::mouseClick(find<QAbstractButton>(QStringLiteral("weighing.cancel")), Qt::LeftButton);
    QVERIFY(m_session->decision() == before);
    QCOMPARE(m_session->undoStack().count(), 0);
}

void WeighingTest::swingPointsBecomeWeights()
{
    open(&weighing::weighBySwing);
    const auto &needs = m_session->decision().needs;
    for (std::size_t k = 0; k < needs.size(); ++k)
        find<QSlider>(QStringLiteral("swing.") + needs[k].id)->setValue(k == 0 ? 50 : int(5 * k));
    apply();
    QCOMPARE(weights()[0], 10.0);
    QCOMPARE(weights()[1], 1.0);
    QCOMPARE(weights()[4], 4.0);
}

void WeighingTest::swingsWithoutPointsAreRefused()
{
    open(&weighing::weighBySwing);
    for (const decision::Need &need : m_session->decision().needs)
        find<QSlider>(QStringLiteral("swing.") + need.id)->setValue(0);
    QVERIFY(!find<QAbstractButton>(QStringLiteral("weighing.apply"))->isEnabled());
    QVERIFY(!find<QLabel>(QStringLiteral("weighing.problem"))->text().isEmpty());
}

void WeighingTest::untouchedPairsKeepTheOrder()
{
    const std::vector<double> before = weights();
    open(&weighing::weighByPairs);
    apply();
    const std::vector<double> after = weights();
    for (std::size_t a = 0; a < before.size(); ++a) {
        for (std::size_t b = 0; b < before.size(); ++b)
            QVERIFY(before[a] <= before[b] || after[a] >= after[b] - 1e-9);
    }
}

void WeighingTest::eachDialogReopensWithItsJudgements()
{
    // Points below 100 and pairs that contradict each other do not follow from the weights.
    const QString swing = QStringLiteral("swing.") + m_session->decision().needs[0].id;
    open(&weighing::weighBySwing);
    for (const decision::Need &need : m_session->decision().needs)
        find<QSlider>(QStringLiteral("swing.") + need.id)->setValue(37);
    find<QSlider>(swing)->setValue(74);
    apply();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());
    open(&weighing::weighBySwing);
    QCOMPARE(find<QSlider>(swing)->value(), 74);
    m_window->findChild<QDialog *>()->close();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());

    QDialog *pairs = open(&weighing::weighByPairs);
    const QString moved = pairs->findChildren<QSlider *>().first()->objectName();
    find<QSlider>(moved)->setValue(-5);
    apply();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());
    open(&weighing::weighByPairs);
    QCOMPARE(find<QSlider>(moved)->value(), -5);
    m_window->findChild<QDialog *>()->close();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());

    // A weight that is set by hand ends it, and undoing that renews it.
    QVERIFY(decision::judgementsHold(m_session->decision()));
    m_session->setWeight(0, m_session->decision().needs[0].weight == 1 ? 2 : 1);
    QVERIFY(!decision::judgementsHold(m_session->decision()));
    m_session->undoStack().undo();
    QVERIFY(decision::judgementsHold(m_session->decision()));
}

void WeighingTest::anEmptyProjectOpensEachDialog()
{
    m_session->begin(storage::newProject({}, decision::Comparison::own), {});
    for (const Open way : {&weighing::weighByRank, &weighing::weighBySwing, &weighing::weighByPairs,
                           &weighing::chooseWeightModel}) {
        QDialog *dialog = open(way);
        QVERIFY(!find<QAbstractButton>(QStringLiteral("weighing.apply"))->isEnabled());
        QVERIFY(!find<QLabel>(QStringLiteral("weighing.problem"))->text().isEmpty());
        dialog->grab();
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QDialog *>());
    }
}

void WeighingTest::contradictoryPairsAreNamedAndShown()
{
    QVERIFY(QTest::qWaitForWindowActive(open(&weighing::weighByPairs)));
    QVERIFY(!find<QAbstractButton>(QStringLiteral("pairs.look"))->isVisible());
    // a over b over c, and yet c far over a.
    const weighing::PairJudgements judgements(m_session->decision());
    const auto slider = [&](std::size_t a, std::size_t b) {
        const auto &needs = m_session->decision().needs;
        return find<QSlider>(
            QStringLiteral("pair.%1.%2")
                .arg(needs[judgements.needs()[a]].id, needs[judgements.needs()[b]].id));
    };
    slider(0, 1)->setValue(-4);
    slider(1, 2)->setValue(-4);
    slider(0, 2)->setValue(8);
    auto *look = find<QAbstractButton>(QStringLiteral("pairs.look"));
    QVERIFY(look->isVisible());
    const QString named = find<QLabel>(QStringLiteral("pairs.contradiction"))->text();
    for (const std::size_t k : {0U, 1U, 2U})
        QVERIFY(named.contains(m_session->decision().needs[judgements.needs()[k]].name));
    QTest::mouseClick(look, Qt::LeftButton);
    QVERIFY(slider(0, 2)->hasFocus());
    // A warning, not a prohibition.
    QVERIFY(find<QAbstractButton>(QStringLiteral("weighing.apply"))->isEnabled());
}

void WeighingTest::moreThanTenNeedsKeepTheirShare()
{
    decision::Decision decision;
    double sum = 0;
    for (int k = 0; k < 12; ++k) {
        decision::Need need;
        need.id = QString::number(k);
        need.weight = k < 10 ? 6 : 2;
        sum += need.weight;
        decision.needs.push_back(need);
    }
    weighing::PairJudgements judgements(decision);
    QCOMPARE(judgements.leftOut(), std::size_t(2));
    judgements.setStep(0, 8);
    const auto weights = decision::weightsFrom(judgements.judgements(decision), decision);
    QVERIFY(weights.hasValue());
    const std::vector<double> &all = *weights;
    const double sumAfter = std::accumulate(all.begin(), all.end(), 0.0);
    QVERIFY(std::abs(all[10] / sumAfter - 2 / sum) < 1e-12);
    QVERIFY(all[0] > all[1]);
}

void WeighingTest::onlyTheSurenessOfTheWeightsChanges()
{
    const std::vector<double> before = weights();
    open(&weighing::chooseWeightModel);
    find<QAbstractButton>(QStringLiteral("model.bounds"))->click();
    const QString id = m_session->decision().needs.front().id;
    find<QSpinBox>(QStringLiteral("least.") + id)->setValue(10);
    find<QSpinBox>(QStringLiteral("greatest.") + id)->setValue(30);
    apply();
    QCOMPARE(weights(), before);
    QCOMPARE(m_session->decision().weightModel.kind, decision::WeightModel::Kind::bounds);
    const auto bounds = m_session->decision().needs.front().shareBounds;
    QVERIFY(bounds == decision::ShareBounds({0.1, 0.3}));
    QVERIFY(!m_session->decision().needs.back().shareBounds);
}

void WeighingTest::impossibleBoundsAreExplained()
{
    open(&weighing::chooseWeightModel);
    find<QAbstractButton>(QStringLiteral("model.bounds"))->click();
    const decision::Need &need = m_session->decision().needs.front();
    find<QSpinBox>(QStringLiteral("least.") + need.id)->setValue(50);
    find<QSpinBox>(QStringLiteral("greatest.") + need.id)->setValue(20);
    QVERIFY(!find<QAbstractButton>(QStringLiteral("weighing.apply"))->isEnabled());
    QVERIFY(find<QLabel>(QStringLiteral("weighing.problem"))->text().contains(need.name));
}

void WeighingTest::weightsOfSomeoneElseLeaveTheProjectAlone()
{
    const decision::Decision before = m_session->decision();
    std::optional<decision::Decision> accepted;
    weighing::editWeights(m_window.get(), QStringLiteral("Ada"), before,
                          [&](const decision::Decision &changed) { accepted = changed; });
    find<QSlider>(QStringLiteral("slider.") + before.needs.front().id)->setValue(1);
    apply();
    QVERIFY(m_session->decision() == before);
    QVERIFY(accepted);
    QCOMPARE(accepted->needs.front().weight, 1.0);
    QCOMPARE(accepted->needs.back().weight, before.needs.back().weight);
}

void WeighingTest::eachDialogIsDrawn_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<theme::Appearance>("appearance");
    for (const char *way : {"rank", "swing", "pairs", "model"}) {
        QTest::addRow("%s-light", way) << QString::fromLatin1(way) << theme::Appearance::light;
        QTest::addRow("%s-dark", way) << QString::fromLatin1(way) << theme::Appearance::dark;
    }
}

void WeighingTest::eachDialogIsDrawn()
{
    QFETCH(QString, way);
    QFETCH(theme::Appearance, appearance);
    m_theme->setAppearance(appearance);
    QDialog *dialog = open(way == QLatin1String("rank")    ? &weighing::weighByRank
                           : way == QLatin1String("swing") ? &weighing::weighBySwing
                           : way == QLatin1String("pairs") ? &weighing::weighByPairs
                                                           : &weighing::chooseWeightModel);
    if (way == QLatin1String("model"))
        find<QAbstractButton>(QStringLiteral("model.bounds"))->click();
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
    // It fits the smallest window that is supported.
    QVERIFY(dialog->minimumSizeHint().width() <= 1024 && dialog->height() <= 700);
    const QDir folder(QStringLiteral(WEIGHBRIDGE_BINARY_DIR));
    QVERIFY(folder.mkpath(QStringLiteral("screenshots")));
    QVERIFY(dialog->grab().save(
        folder.filePath(QStringLiteral("screenshots/weigh-%1.png")
                            .arg(QString::fromLatin1(QTest::currentDataTag())))));
}

QTEST_MAIN(WeighingTest)
#include "weighing_test.moc"
