// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decision/model/value_function.h"
#include "core/knowledge/comparison.h"
#include "core/storage/packing.h"
#include "core/storage/project.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::storage;

namespace
{

results::BenchmarkResult someRun(const QString &id)
{
    results::BenchmarkResult run;
    run.id = id;
    run.label = QStringLiteral("Lunch break");
    run.startedAt = QDateTime(QDate(2026, 11, 23), QTime(22, 15), Qt::UTC);
    run.programVersion = QStringLiteral("0.1.0");
    run.plan.targets = QStringList{QStringLiteral("gin")};
    results::TargetResult gin;
    gin.target = QStringLiteral("gin");
    gin.name = QStringLiteral("Gin");
    gin.state = results::TargetState::measured;
    gin.written.requestsPerSecond = {41'035.5, 40'000.25, 42'000.125};
    results::Round round;
    round.number = 1;
    round.requestsPerSecond = 41'035.5;
    gin.rounds.push_back(round);
    run.results.push_back(gin);
    return run;
}

Project fullProject()
{
    Project project = sampleProject();
    project.title = QStringLiteral("Größe \"42\" \\ <b>");
    project.client = QStringLiteral("Northwind");
    project.decision.seed = 18'446'744'073'709'551'615ULL;
    project.decision.doubt = decision::Doubt::lot;
    project.decision.exactDoubt = 0.7;
    project.decision.judgementCorrelation = 0.45;
    decision::Rating &rating = project.decision.needs[0].ratings[1];
    rating.raw = 7300.25;
    rating = decision::onAnchors(rating, project.decision.needs[0].anchors);
    rating.provenance = decision::Provenance::measured;
    rating.source.date = QDate(2026, 11, 23);
    rating.source.run = QStringLiteral("run-1");
    rating.spread = {decision::Spread::Kind::studentT, 0, 0.031, 2, 1.5, 0.25};
    project.decision.needs[1].ratings[0].level.reset();
    project.decision.needs[2].anchors =
        decision::Anchors{10, 1, QStringLiteral("weeks"), decision::Anchors::Scale::linear};
    project.runs.push_back(
        std::make_shared<const results::BenchmarkResult>(someRun(QStringLiteral("run-1"))));
    return project;
}

/// With something other than the default in every field that answers, levels, people, parts and
/// capacity have.
Project interviewedProject()
{
    using namespace decision;
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    Project project = fullProject();
    Decision &decision = project.decision;
    for (const Answer &answer : {Answer{QStringLiteral("peak_rps"), QStringLiteral("12000")},
                                 Answer{QStringLiteral("ml"), QStringLiteral("in-process")},
                                 Answer{QStringLiteral("protocols"), QStringLiteral("now")}})
        decision = knowledge::withAnswer(decision, catalogue, answer).value();
    decision = knowledge::withRule(decision, catalogue, u"A3", false);
    decision = knowledge::withRule(decision, catalogue, u"A20", true);
    decision = knowledge::withWeight(decision, 0, 3);
    decision = knowledge::withComparison(decision, catalogue, Comparison::frameworks);
    Need &need = decision.needs[1];
    need.shareBounds = ShareBounds{0.1, 0.4};
    need.mustReachPinned = true;
    need.ratings[0].history.push_back(
        {2.5,
         180,
         decision::Provenance::publicBenchmark,
         {QStringLiteral("T"), QStringLiteral("S"), QDate(2026, 4, 8), QString(), QString()}});
    decision.weightModel.kind = WeightModel::Kind::bounds;
    decision.weightJudgements.method = WeightJudgements::Method::pairs;
    decision.weightJudgements.ranks = {{QStringLiteral("a")},
                                       {QStringLiteral("b"), QStringLiteral("c")}};
    decision.weightJudgements.swings = {{QStringLiteral("a"), 40}};
    decision.weightJudgements.pairs = {{QStringLiteral("a"), QStringLiteral("b"), 3}};
    decision.people = {
        {QStringLiteral("ada"), QStringLiteral("Ada"), 2, {{QStringLiteral("ai-ml"), 7.5}}}};
    decision.parts = {{QStringLiteral("gateway"),
                       QStringLiteral("Gateway"),
                       0.7,
                       {{QStringLiteral("high-traffic"), 9}}}};
    decision.furtherLanguageCost = 0.35;
    decision.capacity = {12'000,
                         2,
                         50,
                         4,
                         8192,
                         61.5,
                         QStringLiteral("USD"),
                         QDate(2026, 11, 1),
                         {QStringLiteral("run-1"), QStringLiteral("run-2")}};
    return project;
}

QJsonObject objectOf(const Project &project)
{
    return QJsonDocument::fromJson(toDocument(project)).object();
}

QJsonObject withNeed(QJsonObject document, int index, const QString &key, const QJsonValue &value)
{
    QJsonObject decision = document[QStringLiteral("decision")].toObject();
    QJsonArray needs = decision[QStringLiteral("needs")].toArray();
    QJsonObject need = needs[index].toObject();
    need[key] = value;
    needs[index] = need;
    decision[QStringLiteral("needs")] = needs;
    document[QStringLiteral("decision")] = decision;
    return document;
}

QByteArray bytesOf(const QJsonObject &document)
{
    return QJsonDocument(document).toJson();
}

} // namespace

class ProjectFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleHoldsTheArticlesTable();
    void shippedSampleIsTheBuiltInOne();
    void everythingSurvivesSaveAndLoad();
    void interviewLevelsPeoplePartsAndCapacitySurviveSaveAndLoad();
    void aFileOfTheFirstVersionTakesTheDefaults();
    void unknownFieldsSurviveAtEveryLevel();
    void unknownFieldsFollowTheirObjectWhenTheOrderChanges();
    void whatWasRemovedStaysRemoved();
    void nullsDoNotReviveEarlierValues();
    void missingOptionalFieldsTakeTheirDefaults();
    void savingReplacesTheFileAndKeepsItsPermissions();
    void failedSaveLeavesTheFileAlone();
    void runsTakeALineAndNoNameTwice();
    void packingLosesNothing();
    void unknownFieldsSurviveLevelSwitches();
};

void ProjectFileTest::sampleHoldsTheArticlesTable()
{
    const Project sample = sampleProject();
    QCOMPARE(sample.decision, knowledge::builtInCatalogue().table);
    QVERIFY(!sample.title.isEmpty());
    QVERIFY(sample.runs.empty());
}

void ProjectFileTest::shippedSampleIsTheBuiltInOne()
{
    const auto shipped = loadProject(
        QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/resources/samples/ride-matching-backend.weigh"));
    QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().message()));
    QCOMPARE(shipped->decision, sampleProject().decision);
    QCOMPARE(shipped->title, sampleProject().title);
}

void ProjectFileTest::everythingSurvivesSaveAndLoad()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.weigh"));
    const Project project = fullProject();
    const auto saved = saveProject(path, project);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message()));
    const auto loaded = loadProject(path);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
    QCOMPARE(loaded->title, project.title);
    QCOMPARE(loaded->client, project.client);
    QVERIFY(loaded->decision == project.decision);
    QCOMPARE(loaded->runs.size(), std::size_t{1});
    QVERIFY(*loaded->runs[0] == *project.runs[0]);
    QCOMPARE(toDocument(*loaded), toDocument(project));
}

void ProjectFileTest::interviewLevelsPeoplePartsAndCapacitySurviveSaveAndLoad()
{
    const Project project = interviewedProject();
    QCOMPARE(decision::firstDefect(project.decision), QString());
    const auto loaded = fromDocument(toDocument(project));
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
    QVERIFY(loaded->decision == project.decision);
    QCOMPARE(toDocument(*loaded), toDocument(project));
}

/// What version 0.1.0 wrote has none of these fields; nulls count as missing.
void ProjectFileTest::aFileOfTheFirstVersionTakesTheDefaults()
{
    const QJsonObject document = objectOf(sampleProject());
    for (const bool asNull : {false, true}) {
        QJsonObject decision = document[QStringLiteral("decision")].toObject();
        for (const QString &key : decision.keys()) {
            if (QStringList{QStringLiteral("doubt"), QStringLiteral("seed"),
                            QStringLiteral("alternatives"), QStringLiteral("needs")}
                    .contains(key))
                continue;
            if (asNull)
                decision[key] = QJsonValue::Null;
            else
                decision.remove(key);
        }
        QJsonObject old = document;
        old[QStringLiteral("decision")] = decision;
        const auto loaded = fromDocument(bytesOf(old));
        QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
        QCOMPARE(loaded->decision, sampleProject().decision);
    }
}

void ProjectFileTest::unknownFieldsSurviveAtEveryLevel()
{
    const QJsonArray future{1, QStringLiteral("two"), QJsonObject{{QStringLiteral("x"), 3}}};
    QJsonObject document = objectOf(fullProject());
    document[QStringLiteral("interview")] = future;
    document = withNeed(document, 3, QStringLiteral("gate"), future);
    QJsonArray runs = document[QStringLiteral("runs")].toArray();
    QJsonObject run = runs[0].toObject();
    run[QStringLiteral("weather")] = QStringLiteral("rain");
    runs[0] = run;
    document[QStringLiteral("runs")] = runs;

    auto loaded = fromDocument(bytesOf(document));
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
    loaded->decision.needs[0].weight = 1;
    const QJsonObject saved = objectOf(*loaded);
    QCOMPARE(saved[QStringLiteral("interview")].toArray(), future);
    const QJsonArray needs = saved[QStringLiteral("decision")][QStringLiteral("needs")].toArray();
    QCOMPARE(needs[3][QStringLiteral("gate")].toArray(), future);
    QCOMPARE(needs[0][QStringLiteral("weight")].toDouble(), 1.0);
    QCOMPARE(saved[QStringLiteral("runs")][0][QStringLiteral("weather")].toString(),
             QStringLiteral("rain"));
}

void ProjectFileTest::unknownFieldsFollowTheirObjectWhenTheOrderChanges()
{
    const QJsonObject document =
        withNeed(objectOf(sampleProject()), 0, QStringLiteral("gate"), QStringLiteral("mine"));
    auto loaded = fromDocument(bytesOf(document));
    QVERIFY(loaded);
    std::swap(loaded->decision.needs[0], loaded->decision.needs[4]);
    const QJsonArray needs =
        objectOf(*loaded)[QStringLiteral("decision")][QStringLiteral("needs")].toArray();
    QVERIFY(needs[0][QStringLiteral("gate")].isUndefined());
    QCOMPARE(needs[4][QStringLiteral("gate")].toString(), QStringLiteral("mine"));
}

void ProjectFileTest::whatWasRemovedStaysRemoved()
{
    auto loaded = fromDocument(toDocument(fullProject()));
    QVERIFY(loaded);
    const QString removed = loaded->decision.needs[2].id;
    loaded->decision.needs.erase(loaded->decision.needs.begin() + 2);
    loaded->runs.clear();
    const auto again = fromDocument(toDocument(*loaded));
    QVERIFY(again);
    QVERIFY(!again->decision.findNeed(removed));
    QVERIFY(again->runs.empty());
}

void ProjectFileTest::nullsDoNotReviveEarlierValues()
{
    auto loaded = fromDocument(toDocument(fullProject()));
    QVERIFY(loaded);
    loaded->decision.needs[0].ratings[1].raw.reset();
    loaded->decision.needs[0].ratings[1].level.reset();
    loaded->decision.needs[2].anchors.reset();
    const auto again = fromDocument(toDocument(*loaded));
    QVERIFY(again);
    QVERIFY(again->decision == loaded->decision);
}

void ProjectFileTest::missingOptionalFieldsTakeTheirDefaults()
{
    const auto project = fromDocument(R"({"schema": 1, "decision": {
        "alternatives": [{"id": "go"}, {"id": "python"}],
        "needs": [{"id": "speed", "weight": 3, "ratings": [{"alternative": "python", "level": 2}]}]
    }})");
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
    const decision::Need &need = project->decision.needs[0];
    QCOMPARE(need.name, QStringLiteral("speed"));
    QCOMPARE(need.ratings.size(), std::size_t{2});
    QVERIFY(!need.ratings[0].level);
    QCOMPARE(*need.ratings[1].level, 2.0);
    QCOMPARE(project->decision.seed, std::uint64_t{1});
}

void ProjectFileTest::savingReplacesTheFileAndKeepsItsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.weigh"));
    QVERIFY(saveProject(path, sampleProject()));
    const auto onlyMe = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(path, onlyMe));
    QVERIFY(saveProject(path, fullProject()));
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    const auto loaded = loadProject(path);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
    QCOMPARE(loaded->title, fullProject().title);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void ProjectFileTest::failedSaveLeavesTheFileAlone()
{
    const QTemporaryDir folder;
    // A folder in the place of the file cannot be replaced, not even by root.
    const QString path = folder.filePath(QStringLiteral("taken.weigh"));
    QVERIFY(QDir().mkpath(path + QStringLiteral("/inside")));
    const auto saved = saveProject(path, sampleProject());
    QVERIFY(!saved);
    QVERIFY(saved.error().what.contains(path));
    QVERIFY(!saved.error().remedy.isEmpty());
    QVERIFY(QFile::exists(path + QStringLiteral("/inside")));

    const auto nowhere = saveProject(folder.filePath(QStringLiteral("no/such/a.weigh")), Project{});
    QVERIFY(!nowhere);
}

void ProjectFileTest::runsTakeALineAndNoNameTwice()
{
    results::BenchmarkResult run = someRun(QStringLiteral("run-1"));
    for (int i = 0; i < 50; ++i)
        run.results[0].rounds[0].samples.push_back({i * 0.1, 40'000.0 + i, 30, 0.9, i < 10});
    for (const char *quantity : {"requests_per_second", "latency_p99"})
        run.ratios.push_back({QStringLiteral("gin"), QStringLiteral("echo"),
                              QLatin1String(quantity), 1.5, 1, 2, true, 0.1, 0.02});
    Project project = sampleProject();
    const auto lines = [&] { return toDocument(project).count('\n'); };
    project.runs = {std::make_shared<const results::BenchmarkResult>(run)};
    const auto before = lines();
    run.id = QStringLiteral("run-2");
    project.runs.push_back(std::make_shared<const results::BenchmarkResult>(run));
    QCOMPARE(lines(), before + 1);
    QCOMPARE(toDocument(project).count("\"cpu_cores\""), 2);
    QCOMPARE(toDocument(project).count("\"detectable_difference\""), 2);

    const auto loaded = fromDocument(toDocument(project));
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().message()));
    QCOMPARE(loaded->runs.size(), std::size_t{2});
    QVERIFY(*loaded->runs[1] == run);
    QCOMPARE(toDocument(*loaded), toDocument(project));
}

/// Whatever a later version or somebody's script puts there.
void ProjectFileTest::packingLosesNothing()
{
    for (const char *samples :
         {R"([])", R"([{}])", R"([{"a": 1}])", R"([{"a": 1}, {"a": null}])",
          R"([{"a": 1}, {"b": 2}])", R"([{"a": 1}, {"a": 2, "b": 3}])", R"([1, 2])",
          R"([{"a": [1]}, {"a": {"b": 2}}])", R"([{"a": 1}, 7])", R"("text")", R"(null)"}) {
        const QByteArray text = QByteArray(R"({"ratios": )") + samples +
                                R"(, "results": [3, {"rounds_detail": [{"samples": )" + samples +
                                R"(}]}]})";
        const QJsonObject run = QJsonDocument::fromJson(text).object();
        QVERIFY2(!run.isEmpty(), samples);
        QCOMPARE(unpackedRun(packedRun(run)), run);
    }
    // What nothing here has packed stays for the reader to refuse.
    for (const char *ratios : {R"({"a": [1], "b": [1, 2]})", R"({"a": 1})", R"({})"}) {
        const QJsonObject run =
            QJsonDocument::fromJson(QByteArray(R"({"ratios": )") + ratios + "}").object();
        QCOMPARE(unpackedRun(run), run);
    }
}

void ProjectFileTest::unknownFieldsSurviveLevelSwitches()
{
    using decision::Comparison;
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    const QString note = QStringLiteral("note");
    QJsonObject document = objectOf(sampleProject());
    QJsonObject decision = document[QStringLiteral("decision")].toObject();
    QJsonArray alternatives = decision[QStringLiteral("alternatives")].toArray();
    QJsonObject alternative = alternatives[0].toObject();
    alternative[note] = QStringLiteral("of an alternative");
    alternatives[0] = alternative;
    decision[QStringLiteral("alternatives")] = alternatives;
    QJsonArray needs = decision[QStringLiteral("needs")].toArray();
    QJsonObject need = needs[0].toObject();
    need[note] = QStringLiteral("of a need");
    QJsonArray ratings = need[QStringLiteral("ratings")].toArray();
    QJsonObject rating = ratings[1].toObject();
    rating[note] = QStringLiteral("of a rating");
    ratings[1] = rating;
    need[QStringLiteral("ratings")] = ratings;
    needs[0] = need;
    decision[QStringLiteral("needs")] = needs;
    document[QStringLiteral("decision")] = decision;

    auto project = fromDocument(bytesOf(document));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
    // Saved and opened at each level on the way, and once without.
    for (const bool saves : {true, false}) {
        for (const Comparison level : {Comparison::frameworks, Comparison::own,
                                       Comparison::frameworks, Comparison::languages}) {
            project->decision =
                knowledge::withComparison(std::move(project->decision), catalogue, level);
            if (saves || level == Comparison::languages)
                project = fromDocument(toDocument(*project));
            QVERIFY2(project, qPrintable(project ? QString() : project.error().message()));
        }
        const QJsonObject after = objectOf(*project)[QStringLiteral("decision")].toObject();
        QCOMPARE(after[QStringLiteral("alternatives")][0][note].toString(),
                 QStringLiteral("of an alternative"));
        QCOMPARE(after[QStringLiteral("needs")][0][note].toString(), QStringLiteral("of a need"));
        QCOMPARE(after[QStringLiteral("needs")][0][QStringLiteral("ratings")][1][note].toString(),
                 QStringLiteral("of a rating"));
    }
}

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "project_file_test.moc"
