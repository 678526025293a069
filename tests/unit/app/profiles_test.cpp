// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/explanation_text.h"
#include "app/command_line/verdict_text.h"
#include "core/knowledge/advice.h"
#include "core/knowledge/catalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>

using namespace weighbridge;
using namespace weighbridge::decision;

namespace
{

/// A leader with this chance is called clear, see decision.md §5.
constexpr double kClearChance = 0.92;
constexpr double kAlmostCertain = 0.99;

QString folder()
{
    return QStringLiteral(WEIGHBRIDGE_SOURCE_DIR "/tests/data/profiles/");
}

QJsonObject profile(const QString &name)
{
    QFile file(folder() + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// What `decide --explain` prints of somebody's own project, which begins with an empty table.
struct ProfileResult {
    Decision decision;
    Analysis analysis;
    QString text;
    QString wrong; ///< an answer that the interview does not take
};

ProfileResult outcomeOf(const QJsonObject &profile, Comparison comparison)
{
    const knowledge::Catalogue &catalogue = knowledge::builtInCatalogue();
    ProfileResult outcome;
    Decision &decision = outcome.decision;
    decision.comparison = comparison;
    decision.alternatives = comparison == Comparison::frameworks ? catalogue.frameworks.alternatives
                                                                 : catalogue.languages.alternatives;
    const QJsonObject answers = profile[QLatin1String("answers")].toObject();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        auto result = knowledge::withAnswer(decision, catalogue, {it.key(), it->toString()});
        if (!result.hasValue()) {
            outcome.wrong = result.error().message();
            return outcome;
        }
        decision = std::move(result).value();
    }
    AnalysisOptions options;
    options.complete = true;
    outcome.analysis = analyse(decision, options);
    Decision shown = decision;
    for (auto &advice : knowledge::adviceOn(shown, outcome.analysis, catalogue))
        shown.effects.push_back(std::move(advice));
    outcome.text =
        app::verdictText(shown, outcome.analysis) + app::explanationText(shown, outcome.analysis);
    return outcome;
}

QString leaderOf(const ProfileResult &outcome)
{
    const auto leader = outcome.analysis.verdict.leader;
    return leader ? outcome.decision.alternatives[*leader].id : QString();
}

double chanceOf(const ProfileResult &outcome)
{
    const auto leader = outcome.analysis.verdict.leader;
    return leader ? outcome.analysis.standings[*leader].chanceBest : 0;
}

} // namespace

/// Ten projects as practitioners know them: who leads, and what must not be said. The sources of
/// what is expected stand in the files.
class ProfilesTest : public QObject
{
    Q_OBJECT

private:
    std::map<QString, ProfileResult> m_languages;
    std::map<QString, ProfileResult> m_frameworks;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        const QStringList names = QDir(folder()).entryList({QStringLiteral("*.json")});
        QCOMPARE(names.size(), 10);
        for (const QString &name : names) {
            m_languages[name] = outcomeOf(profile(name), Comparison::languages);
            m_frameworks[name] = outcomeOf(profile(name), Comparison::frameworks);
        }
    }

    void whoLeadsIsWhoPractitionersTake_data() { addProfiles(); }
    void whoLeadsIsWhoPractitionersTake()
    {
        QFETCH(QString, name);
        const ProfileResult &outcome = m_languages.at(name);
        QVERIFY2(outcome.wrong.isEmpty(), qPrintable(outcome.wrong));
        const QString expected =
            profile(name)[QLatin1String("expected")][QLatin1String("languages")].toString();
        if (expected == QLatin1String("either")) // they differ: no answer may be called clear
            QVERIFY2(chanceOf(outcome) < kClearChance, qPrintable(outcome.text));
        else
            QVERIFY2(leaderOf(outcome) == expected, qPrintable(outcome.text));
    }

    void theLeadingFrameworkIsOneOfThoseThatPractitionersTake_data() { addProfiles(); }
    void theLeadingFrameworkIsOneOfThoseThatPractitionersTake()
    {
        QFETCH(QString, name);
        const QJsonValue expected =
            profile(name)[QLatin1String("expected")][QLatin1String("frameworks")];
        const ProfileResult &outcome = m_frameworks.at(name);
        const bool isExpected = expected.isUndefined() || expected == leaderOf(outcome) ||
                                expected.toArray().contains(leaderOf(outcome));
        QVERIFY2(isExpected, qPrintable(outcome.text));
    }

    void nothingIsSaidThatMustNotBe_data() { addProfiles(); }
    void nothingIsSaidThatMustNotBe()
    {
        QFETCH(QString, name);
        const QJsonObject read = profile(name);
        const QJsonArray patterns = read[QLatin1String("must_not_say")].toArray();
        QVERIFY(!patterns.isEmpty());
        const QJsonArray ofLanguages = read[QLatin1String("must_not_say_of_languages")].toArray();
        QString languages = found(patterns, m_languages.at(name).text);
        languages += found(ofLanguages, m_languages.at(name).text);
        QCOMPARE(languages, QString());
        QCOMPARE(found(patterns, m_frameworks.at(name).text), QString());
    }

    void expectationsHaveReasonsAndSources_data() { addProfiles(); }
    void expectationsHaveReasonsAndSources()
    {
        QFETCH(QString, name);
        const QJsonObject read = profile(name);
        QVERIFY(!read[QLatin1String("title")].toString().isEmpty());
        QVERIFY(!read[QLatin1String("because")].toString().isEmpty());
        const QJsonArray sources = read[QLatin1String("sources")].toArray();
        QVERIFY(sources.size() >= 2); // not the article alone
        for (const QJsonValue source : sources) {
            for (const char *key : {"title", "where", "date", "says"})
                QVERIFY2(!source[QLatin1String(key)].toString().isEmpty(), key);
        }
    }

    void opinionAloneIsNotAlmostCertain()
    {
        int almostCertain = 0;
        int ranked = 0;
        for (const auto &[name, outcome] : m_languages) {
            if (outcome.analysis.verdict.state != VerdictState::ranked)
                continue;
            ++ranked;
            almostCertain += chanceOf(outcome) > kAlmostCertain ? 1 : 0;
        }
        QVERIFY(ranked >= 8); // what is ruled out is certain, and no opinion
        QVERIFY2(almostCertain < ranked, qPrintable(QString::number(almostCertain)));
    }

    void aClearLeadOnOpinionSaysSo_data() { addProfiles(); }
    void aClearLeadOnOpinionSaysSo()
    {
        QFETCH(QString, name);
        for (const ProfileResult *result : {&m_languages.at(name), &m_frameworks.at(name)}) {
            const Analysis &analysis = result->analysis;
            if (analysis.verdict.state == VerdictState::ranked && analysis.restsOnOpinion())
                QVERIFY2(chanceOf(*result) < kClearChance ||
                             analysis.verdict.headline.contains(QStringLiteral("judged ratings")),
                         qPrintable(analysis.verdict.headline));
        }
    }

private:
    /// The lines of the text that any of the patterns is in.
    static QString found(const QJsonArray &patterns, const QString &text)
    {
        QString lines;
        for (const QJsonValue each : patterns) {
            const QRegularExpression pattern(each.toString());
            if (!pattern.isValid())
                return each.toString() + pattern.errorString();
            const QStringList all = text.split(QLatin1Char('\n'));
            for (const QString &line : all) {
                if (pattern.match(line).hasMatch())
                    lines += each.toString() + QStringLiteral(": ") + line + QLatin1Char('\n');
            }
        }
        return lines;
    }

    void addProfiles() const
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, outcome] : m_languages)
            QTest::newRow(qPrintable(name)) << name;
    }
};

QTEST_GUILESS_MAIN(ProfilesTest)
#include "profiles_test.moc"
