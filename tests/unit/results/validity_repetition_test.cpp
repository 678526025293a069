// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "round_facts.h"

#include "core/results/validity.h"

#include <QSet>
#include <QTest>

using namespace weighbridge;
using namespace weighbridge::results;
using testing::find;

namespace
{

Flag made(FlagId id, Grade grade, const char *text = "Seen.")
{
    return {id, grade, QString::fromLatin1(text), QStringLiteral("Do that.")};
}

Round roundWith(std::vector<Flag> flags)
{
    Round round;
    round.flags = std::move(flags);
    return round;
}

} // namespace

/// What the flags of the rounds make of the result.
class ValidityRepetitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOthersMakeARepetitionWorthwhile()
    {
        QVERIFY(!wasDisturbed({made(FlagId::errors, Grade::invalid)}));
        QVERIFY(wasDisturbed({made(FlagId::foreignLoad, Grade::noted)}));
        QVERIFY(wasDisturbed({made(FlagId::stolenCpu, Grade::noted)}));
    }

    void aResultCountsTheRoundsThatHaveAFlag()
    {
        TargetResult result;
        result.rounds = {Round(), roundWith({made(FlagId::errors, Grade::invalid, "Half failed.")}),
                         roundWith({made(FlagId::errors, Grade::invalid)})};
        const auto flags = judgeRepetition(result, {3});
        QCOMPARE(flags.size(), std::size_t{1});
        QVERIFY(isInvalid(flags));
        QCOMPARE(flags.front().text, QStringLiteral("In 2 of 3 rounds; the gravest: Half failed."));
        QCOMPARE(flags.front().remedy, QStringLiteral("Do that."));
    }

    void oneInvalidRoundSufficesDoubtNeedsHalfOfThem()
    {
        const auto gradeOver = [](std::vector<Grade> grades) {
            TargetResult result;
            for (const Grade grade : grades)
                result.rounds.push_back(roundWith({made(FlagId::foreignLoad, grade)}));
            return judgeRepetition(result, {static_cast<int>(grades.size())}).front().grade;
        };
        using enum Grade;
        QCOMPARE(gradeOver({noted, noted, noted, noted, invalid}), invalid);
        QCOMPARE(gradeOver({noted, noted, noted, noted, doubtful}), noted);
        QCOMPARE(gradeOver({noted, noted, doubtful, doubtful}), doubtful);
        QCOMPARE(gradeOver({doubtful, noted}), doubtful);
    }

    void aFlagTwiceInARoundIsOneRound()
    {
        TargetResult result;
        result.rounds = {roundWith({made(FlagId::configuration, Grade::noted),
                                    made(FlagId::configuration, Grade::noted)}),
                         Round()};
        const auto flags = judgeRepetition(result, {2});
        QCOMPARE(flags.size(), std::size_t{1});
        QVERIFY(flags.front().text.startsWith(QStringLiteral("In 1 of 2")));
    }

    void whatFailedLaterMakesTheResultInvalid()
    {
        TargetResult result;
        result.rounds = {Round()};
        RepetitionFacts facts{2};
        facts.failure = QStringLiteral("It ended during the load.");
        const auto flags = judgeRepetition(result, facts);
        QVERIFY(isInvalid(flags));
        QCOMPARE(flags.front().text, facts.failure);
    }

    void aCountNeedsNoSecondRound()
    {
        TargetResult result;
        result.rounds = {Round()};
        QVERIFY(judgeRepetition(result, {1, QStringLiteral("Size"), false, {}}).empty());
        QVERIFY(find(judgeRepetition(result, {1}), FlagId::singleRound) != nullptr);
    }

    void theSpreadSaysOfWhat()
    {
        TargetResult result;
        result.rounds = {Round(), Round()};
        result.spread = 0.2;
        const auto flags = judgeRepetition(result, {2, QStringLiteral("Start"), true, {}});
        QVERIFY(find(flags, FlagId::noisy)->text.contains(QStringLiteral("Start")));
        QCOMPARE(find(flags, FlagId::noisy)->grade, Grade::doubtful);
        QVERIFY(find(flags, FlagId::singleRound) == nullptr);
        result.spread = 0.09;
        QVERIFY(judgeRepetition(result, {2}).empty());
    }

    void doubtIsNotUsedUnlessTheUserInsists()
    {
        TargetResult result;
        result.valid = true;
        QVERIFY(result.usable());
        result.flags = {made(FlagId::notSteady, Grade::noted)};
        QVERIFY(result.usable());
        QCOMPARE(widening(result.flags), 1.0);
        result.flags = {made(FlagId::noisy, Grade::doubtful)};
        QVERIFY(!result.usable());
        QVERIFY(widening(result.flags) > 1.0);
        result.flags.clear();
        result.valid = false;
        QVERIFY(!result.usable());
    }

    void namesAreOnesOwn()
    {
        QSet<QString> names;
        for (int id = 0; id <= static_cast<int>(FlagId::other); ++id) {
            const QString name = nameOf(static_cast<FlagId>(id));
            QCOMPARE(kindOf<FlagId>(name), std::optional(static_cast<FlagId>(id)));
            names.insert(name);
        }
        QCOMPARE(names.size(), qsizetype{static_cast<int>(FlagId::other) + 1});
        QVERIFY(!kindOf<FlagId>(u"what the future holds"));
        for (const Grade grade : {Grade::noted, Grade::doubtful, Grade::invalid})
            QCOMPARE(kindOf<Grade>(nameOf(grade)), std::optional(grade));
        QVERIFY(!kindOf<Grade>(u"grave"));
    }
};

QTEST_APPLESS_MAIN(ValidityRepetitionTest)
#include "validity_repetition_test.moc"
