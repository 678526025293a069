// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/project.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::storage;

namespace
{

/// A small sound document in which each test breaks one thing.
QByteArray soundDocument()
{
    return R"({
  "schema": 1,
  "title": "T",
  "decision": {
    "doubt": "some",
    "seed": 1,
    "alternatives": [{"id": "go"}, {"id": "python"}],
    "needs": [
      {"id": "a", "weight": 5, "ratings": [{"alternative": "go", "level": 5}]},
      {"id": "b", "weight": 3, "ratings": [{"alternative": "python", "level": 4}]}
    ]
  },
  "runs": []
})";
}

QByteArray replaced(const char *before, const char *after)
{
    QByteArray document = soundDocument();
    const auto at = document.indexOf(before);
    return at < 0 ? QByteArray() : document.replace(at, qstrlen(before), after);
}

} // namespace

class HostileProjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedWithThePlaceAndTheReason_data();
    void refusedWithThePlaceAndTheReason();
    void everyCutIsRefusedAsCutOff();
    void soundDocumentIsAccepted();
    void newerSchemaSaysToUpdate();
    void oversizedFileIsRefusedUnread();
    void missingFileIsNamed();
    void folderIsNoProject();
    void whatCouldNotBeLoadedAgainIsNotSaved();
    void aLevelBeyondTheScaleOfAFigureIsItsEnd();
    void alternativesOfOneNameAreToldApart();
};

void HostileProjectsTest::soundDocumentIsAccepted()
{
    const auto project = fromDocument(soundDocument());
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
}

void HostileProjectsTest::refusedWithThePlaceAndTheReason_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &document, const char *expected) {
        QTest::newRow(name) << document << QString::fromUtf8(expected);
    };
    row("empty", "", "the file is empty");
    row("blank", " \n\n", "the file is empty");
    row("not JSON",
        "\x7f"
        "ELF\x02\x01",
        "not JSON");
    row("list", "[1, 2]", "the JSON is a list, not an object");
    row("no schema", "{\"title\": \"x\"}", "'schema' is missing");
    row("schema text", replaced("\"schema\": 1", "\"schema\": \"1\""), "'schema' is missing");
    row("schema 0", replaced("\"schema\": 1", "\"schema\": 0"), "'schema' is missing");
    row("newer schema", replaced("\"schema\": 1", "\"schema\": 7"),
        "made by a newer Weighbridge (schema 7); this one reads up to 1");
    row("judged level beyond the scale", replaced("\"level\": 5", "\"level\": 7"),
        "decision.needs[0].ratings[0].level is 7, outside 1 to 5");
    row("NaN", replaced("\"weight\": 5", "\"weight\": NaN"),
        "the number at line 9, column 29 is not a finite number");
    row("Infinity", replaced("\"level\": 5", "\"level\": -Infinity"), "not a finite number");
    row("1e999", replaced("\"weight\": 5", "\"weight\": 1e999"), "not a finite number");
    row("negative weight", replaced("\"weight\": 3", "\"weight\": -3"),
        "decision.needs[1].weight is negative (-3)");
    row("great weight", replaced("\"weight\": 3", "\"weight\": 11"),
        "decision.needs[1].weight is 11, more than 10");
    row("weight as text", replaced("\"weight\": 3", "\"weight\": \"3\""),
        "decision.needs[1].weight is text, not a number");
    row("level as list", replaced("\"level\": 4", "\"level\": [4]"),
        "decision.needs[1].ratings[0].level is a list, not a number");
    row("needs as object", replaced("\"needs\": [", "\"needs\": {\"x\": 1}, \"other\": ["),
        "decision.needs is an object, not a list");
    row("need as number", replaced("\"needs\": [", "\"needs\": [4,"),
        "decision.needs[0] is a number, not an object");
    row("decision missing", replaced("\"decision\"", "\"decisions\""), "decision is missing");
    row("need without id", replaced("\"id\": \"b\", ", ""), "decision.needs[1].id is missing");
    row("need twice", replaced("\"id\": \"b\"", "\"id\": \"a\""),
        "decision.needs[1].id 'a' is there twice");
    row("alternative twice", replaced("{\"id\": \"python\"}", "{\"id\": \"go\"}"),
        "decision.alternatives[1].id 'go' is there twice");
    row("rated twice",
        replaced("{\"alternative\": \"python\", \"level\": 4}",
                 "{\"alternative\": \"go\"}, {\"alternative\": \"go\"}"),
        "decision.needs[1].ratings[1].alternative 'go' is rated twice");
    row("unknown alternative", replaced("\"alternative\": \"python\"", "\"alternative\": \"rust\""),
        "is 'rust', which is not among the alternatives");
    row("unknown doubt", replaced("\"some\"", "\"plenty\""), "decision.doubt is 'plenty'");
    row("fractional seed", replaced("\"seed\": 1", "\"seed\": 1.5"),
        "decision.seed is not a whole");
    row("negative seed", replaced("\"seed\": 1", "\"seed\": -1"), "decision.seed is not a whole");
    row("equal anchors",
        replaced("\"weight\": 5", "\"weight\": 5, \"anchors\": {\"lowest\": 2, \"highest\": 2}"),
        "");
    const auto withField = [](const char *field) {
        return replaced("\"seed\": 1", QByteArray("\"seed\": 1, ") + field);
    };
    row("unknown level", withField("\"level\": \"planets\""), "decision.level is 'planets'");
    row("unknown weight model", withField("\"weight_model\": \"guess\""),
        "decision.weight_model is 'guess'");
    row("answers as text", withField("\"answers\": \"many\""),
        "decision.answers is text, not a list");
    row("answer without question", withField("\"answers\": [{}]"),
        "decision.answers[0].question is missing");
    row("unknown effect", withField("\"effects\": [{\"kind\": \"magic\"}]"),
        "decision.effects[0].kind is 'magic'");
    row("rule as number", withField("\"rules_off\": [1]"),
        "decision.rules_off[0] is a number, not text");
    row("shelved rating of nobody",
        withField("\"shelf\": [{\"level\": \"own\", \"rows\": [{\"need\": \"a\", "
                  "\"ratings\": [{\"alternative\": \"x\"}]}]}]"),
        "decision.shelf[0].rows[0].ratings[0].alternative is 'x'");
    row("shelved level too great to add up",
        withField("\"shelf\": [{\"alternatives\": [{\"id\": \"x\"}], \"rows\": [{\"need\": "
                  "\"a\", \"ratings\": [{\"alternative\": \"x\", \"level\": 1e300}]}]}]"),
        "decision.shelf[0].rows[0].ratings[0].level is 1e+300, outside 1 to 5");
    row("points beyond the scale",
        withField("\"weight_judgements\": {\"swings\": [{\"need\": \"a\", \"points\": 101}]}"),
        "points of 'a' are not 0 to 100");
    row("a pair against itself a hundred times",
        withField("\"weight_judgements\": {\"pairs\": [{\"first\": \"a\", \"second\": \"a\", "
                  "\"times\": 100}]}"),
        "judgement of 'a' against 'a' is not 1 to 9");
    row("person twice", withField("\"people\": [{\"id\": \"p\"}, {\"id\": \"p\"}]"),
        "decision.people[1].id 'p' is there twice");
    row("negative influence", withField("\"people\": [{\"id\": \"p\", \"influence\": -1}]"),
        "influence of 'p' is negative");
    row("weight of a person",
        withField(
            "\"people\": [{\"id\": \"p\", \"weights\": [{\"need\": \"a\", \"weight\": 99}]}]"),
        "decision.people[0].weights[0].weight is 99, more than 10");
    row("negative share of load",
        withField("\"parts\": [{\"id\": \"p\", \"share_of_load\": -0.5}]"),
        "share of load of 'p' is negative");
    row("no cores", withField("\"capacity\": {\"cores_per_instance\": 0}"),
        "headroom, cores or memory of an instance is not more than 0");
    row("no peak", withField("\"capacity\": {\"peak_requests_per_second\": 0}"),
        "peak of the capacity");
    row("price date", withField("\"capacity\": {\"price_date\": \"soon\"}"),
        "decision.capacity.price_date is 'soon', not a date");
    row("must-have out of reach", replaced("\"weight\": 3", "\"weight\": 3, \"must_reach\": 1e300"),
        "must-have level of 'b' is not a usable number");
    row("share bounds crossed",
        replaced("\"weight\": 3",
                 "\"weight\": 3, \"share_bounds\": {\"least\": 0.6, \"greatest\": 0.4}"),
        "bounds of the share of 'b'");
    row("pinned as text", replaced("\"weight\": 3", "\"weight\": 3, \"weight_pinned\": \"yes\""),
        "decision.needs[1].weight_pinned is text, not true or false");
    row("run without id", replaced("\"runs\": []", "\"runs\": [{}]"), "runs[0].id is missing");
    row("broken run", replaced("\"runs\": []", "\"runs\": [{\"id\": \"r\"}]"), "runs[0]");
}

void HostileProjectsTest::refusedWithThePlaceAndTheReason()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, expected);
    const auto project = fromDocument(document);
    QVERIFY(!project);
    QVERIFY2(project.error().what.contains(expected), qPrintable(project.error().what));
    QVERIFY(!project.error().remedy.isEmpty());
    QVERIFY(!project.error().message().contains(QLatin1Char('\n')));
}

void HostileProjectsTest::everyCutIsRefusedAsCutOff()
{
    const QByteArray document = soundDocument();
    for (qsizetype length = 1; length < document.size(); ++length) {
        const auto project = fromDocument(document.left(length));
        QVERIFY2(!project, qPrintable(QString::number(length)));
        QVERIFY2(project.error().what.contains(QLatin1String("cut off")),
                 qPrintable(QStringLiteral("%1: %2").arg(length).arg(project.error().what)));
    }
}

void HostileProjectsTest::newerSchemaSaysToUpdate()
{
    const auto project = fromDocument(replaced("\"schema\": 1", "\"schema\": 7"));
    QVERIFY(!project);
    QCOMPARE(project.error().message(),
             QStringLiteral("made by a newer Weighbridge (schema 7); this one reads up to 1. "
                            "Update the program"));
}

void HostileProjectsTest::oversizedFileIsRefusedUnread()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.weigh")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(kLargestReadBytes + 1)); // sparse: takes no space
    const auto project = loadProject(file.fileName());
    QVERIFY(!project);
    QVERIFY(project.error().what.contains(QLatin1String("larger than 256 MiB")));
}

void HostileProjectsTest::missingFileIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("missing.weigh"));
    const auto project = loadProject(path);
    QVERIFY(!project);
    QVERIFY(project.error().what.contains(path));
}

void HostileProjectsTest::folderIsNoProject()
{
    const QTemporaryDir folder;
    QVERIFY(!loadProject(folder.path()));
}

void HostileProjectsTest::whatCouldNotBeLoadedAgainIsNotSaved()
{
    static_assert(kLargestSavedBytes <= kLargestReadBytes);
    QVERIFY(checkSize(kLargestSavedBytes));
    const auto refused = checkSize(kLargestSavedBytes + 1);
    QVERIFY(!refused);
    QVERIFY(refused.error().what.contains(QStringLiteral("129 MiB")));
    QVERIFY(refused.error().remedy.contains(QStringLiteral("--keep-runs")));
}

void HostileProjectsTest::aLevelBeyondTheScaleOfAFigureIsItsEnd()
{
    const auto project = fromDocument(replaced("\"level\": 5", "\"level\": 7, \"raw\": 100000"));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
    QCOMPARE(project->decision.needs[0].ratings[0].level, std::optional(5.0));
}

void HostileProjectsTest::alternativesOfOneNameAreToldApart()
{
    const auto project = fromDocument(replaced(
        R"([{"id": "go"}, {"id": "python"}])",
        R"json([{"id": "go", "name": "X"}, {"id": "python", "name": "X"}, {"id": "c", "name": "X (2)"},
            {"id": "d", "name": "X"}])json"));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
    QStringList names;
    for (const decision::Alternative &each : project->decision.alternatives)
        names << each.name;
    QCOMPARE(names, (QStringList{"X", "X (3)", "X (2)", "X (4)"}));
    QCOMPARE(project->remarks.size(), 2);
    QCOMPARE(project->remarks.front(),
             QStringLiteral("Two alternatives are called 'X' ('go' and 'python'); the second is "
                            "shown as 'X (3)'"));
    const auto again = fromDocument(toDocument(*project));
    QCOMPARE(again->decision, project->decision);
    QVERIFY(again->remarks.isEmpty());
}

QTEST_GUILESS_MAIN(HostileProjectsTest)
#include "hostile_projects_test.moc"
