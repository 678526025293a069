// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/packing.h"
#include "core/storage/project.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace weighbridge;

namespace
{

QJsonObject document(const char *name)
{
    QFile file(QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/data/format_1/") +
               QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QJsonObject withUnpackedRuns(QJsonObject project)
{
    QJsonArray runs;
    for (const QJsonValue &run : project[QStringLiteral("runs")].toArray())
        runs.append(storage::unpackedRun(run.toObject()));
    project[QStringLiteral("runs")] = runs;
    return project;
}

/// The place of the first value of `earlier` that `now` does not have, or has otherwise; empty
/// where `now` says all that `earlier` said. What is new in `now` is no matter.
QString firstLoss(const QJsonValue &earlier, const QJsonValue &now, const QString &place)
{
    if (earlier.isObject()) {
        const QJsonObject object = earlier.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString loss = firstLoss(it.value(), now[it.key()], place + u'.' + it.key());
            if (!loss.isEmpty())
                return loss;
        }
        return now.isObject() ? QString() : place;
    }
    if (earlier.isArray()) {
        const QJsonArray array = earlier.toArray();
        if (!now.isArray() || now.toArray().size() != array.size())
            return place;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString loss = firstLoss(array[i], now[i], place + QStringLiteral("[%1]").arg(i));
            if (!loss.isEmpty())
                return loss;
        }
        return {};
    }
    return earlier == now ? QString() : place;
}

} // namespace

/// Files that earlier versions wrote are read without a change to what they say, and written again
/// with all of it.
class EarlierFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfTheFirstFormat_data()
    {
        QTest::addColumn<int>("results");
        QTest::newRow("run_load.json") << 3;
        QTest::newRow("run_size.json") << 1;
    }
    void runsOfTheFirstFormat()
    {
        QFETCH(int, results);
        const QJsonObject earlier = document(QTest::currentDataTag());
        QVERIFY(!earlier.isEmpty());
        const auto run = results::benchmarkResultFromJson(earlier);
        QVERIFY2(run.hasValue(), qPrintable(run ? QString() : run.error().message()));
        QCOMPARE(run->results.size(), static_cast<std::size_t>(results));
        const QString loss = firstLoss(earlier, results::toJson(*run), QStringLiteral("run"));
        QVERIFY2(loss.isEmpty(), qPrintable(loss));
    }

    void aProjectOfTheFirstFormat()
    {
        const QJsonObject earlier = document("project.weigh");
        QVERIFY(!earlier.isEmpty());
        const auto project = storage::fromDocument(QJsonDocument(earlier).toJson());
        QVERIFY2(project.hasValue(), qPrintable(project ? QString() : project.error().message()));
        QCOMPARE(project->runs.size(), std::size_t{2});
        QVERIFY(project->runs.front()->find(u"gin")->valid);
        const QByteArray now = storage::toDocument(*project);
        QJsonObject expected = earlier;
        expected.remove(QStringLiteral("program_version")); // which says who wrote it last
        const QString loss =
            firstLoss(expected, withUnpackedRuns(QJsonDocument::fromJson(now).object()),
                      QStringLiteral("project"));
        QVERIFY2(loss.isEmpty(), qPrintable(loss));
    }
};

QTEST_APPLESS_MAIN(EarlierFormatsTest)
#include "earlier_formats_test.moc"
