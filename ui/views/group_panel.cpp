// SPDX-FileCopyrightText: 2026 Weighbridge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/group_panel.h"

#include "core/knowledge/weighing.h"
#include "ui/charts/disagreement_chart.h"
#include "ui/charts/picture.h"
#include "ui/views/texts.h"
#include "ui/views/weigher_rows.h"
#include "ui/weighing/weighing.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/status.h"
#include "ui/widgets/text_prompt.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace weighbridge::views
{

namespace
{
using theme::Spacing;
using theme::TextRole;
using theme::Tone;

constexpr WeigherRows::Amount kInfluence{10, 0.5, 1};
} // namespace

GroupPanel::GroupPanel(session::ProjectSession &session) : Panel(session)
{
    m_empty = new widgets::EmptyState(
        theme::Glyph::decide, tr("Who decides?"),
        tr("Add the people whose judgement counts. Each one keeps weights of their own, and the "
           "group sees first where it agrees."));
    QAbstractButton *add = m_empty->addAction(tr("Add a person"));
    add->setObjectName(QStringLiteral("group.first"));
    connect(add, &QAbstractButton::clicked, this, &GroupPanel::askForPerson);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_empty);
    layout->addWidget(makeGroup());
}

QWidget *GroupPanel::makeGroup()
{
    m_group = new QWidget;
    m_sentence = new widgets::Label({}, TextRole::strong);
    m_sentence->setObjectName(QStringLiteral("group.sentence"));
    m_sentence->setWordWrap(true);
    m_people = makePeople();
    auto *add = widgets::makeButton(tr("Add a person"), theme::Kind::ghost, theme::Glyph::plus);
    add->setObjectName(QStringLiteral("group.add"));
    connect(add, &QAbstractButton::clicked, this, &GroupPanel::askForPerson);
    m_apart = new widgets::Label(tr("Where they differ: share of the weight; rings are people, the "
                                    "tick is the group"),
                                 TextRole::caption, Tone::secondary);
    m_disagreements = new charts::Picture(
        tr("Where they differ"),
        [this](QPainter &painter, const QRectF &rect, const charts::ChartLook &look) {
            charts::paintDisagreements(painter, rect, session().decision(), m_view, look);
        },
        [this](const charts::ChartLook &look) {
            return charts::disagreementsHeight(m_view.disagreements.size(), look);
        });
    m_common = new widgets::Label({}, TextRole::body);
    m_common->setObjectName(QStringLiteral("group.common"));
    m_common->setWordWrap(true);
    m_useCommon = widgets::makeButton(tr("Use common weights"));
    m_useCommon->setObjectName(QStringLiteral("group.use"));
    connect(m_useCommon, &QAbstractButton::clicked, this, &GroupPanel::useCommonWeights);
    auto *common = new QHBoxLayout;
    common->setSpacing(Spacing::medium);
    common->addWidget(m_common, 1);
    common->addWidget(m_useCommon);

    auto *layout = new QVBoxLayout(m_group);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::small);
    layout->addWidget(m_sentence);
    layout->addWidget(m_people);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addWidget(m_apart);
    layout->addWidget(m_disagreements);
    layout->addLayout(common);
    return m_group;
}

WeigherRows *GroupPanel::makePeople()
{
    auto *people = new WeigherRows({tr("Person"), tr("Influence"), tr("First"), {}}, kInfluence);
    connect(people, &WeigherRows::amountChanged, this, [this](const QString &id, double value) {
        change(id, [value](decision::Person &person) {
            person.influence = value;
            return tr("Change Influence of %1").arg(person.name);
        });
    });
    connect(people, &WeigherRows::editRequested, this, &GroupPanel::editWeights);
    connect(people, &WeigherRows::opened, this, &GroupPanel::closeWithout);
    connect(people, &WeigherRows::renamed, this, [this](const QString &id, const QString &name) {
        change(id, [&name](decision::Person &person) {
            person.name = name;
            return tr("Rename Person");
        });
    });
    connect(people, &WeigherRows::removeRequested, this, [this](const QString &id) {
        decision::Decision after = session().decision();
        const decision::Person *person = findById(after.people, id);
        if (!person)
            return;
        const QString name = person->name;
        std::erase_if(after.people, [&id](const auto &each) { return each.id == id; });
        session().change(tr("Remove %1").arg(name), after);
    });
    connect(people, &WeigherRows::menuAboutToShow, this, [this](const QString &id, QMenu *menu) {
        menu->addAction(tr("Take the weights of the table"), this, [this, id] {
            change(id, [this](decision::Person &person) {
                person.weights = weightsOf(session().decision());
                return tr("Change Weights of %1").arg(person.name);
            });
        });
        menu->addAction(tr("Put their weights into the table"), this, [this, id] {
            const decision::Decision &now = session().decision();
            if (const decision::Person *person = findById(now.people, id))
                session().change(tr("Use Weights of %1").arg(person->name),
                                 seenWith(now, person->weights));
        });
    });
    return people;
}

void GroupPanel::change(const QString &id, const std::function<QString(decision::Person &)> &edit)
{
    decision::Decision after = session().decision();
    if (decision::Person *person = findById(after.people, id)) {
        const QString step = edit(*person);
        session().change(step, after);
    }
}

void GroupPanel::refresh()
{
    const decision::Decision &decision = session().decision();
    m_empty->setVisible(decision.people.empty());
    m_group->setVisible(!decision.people.empty());
    m_view = decision::groupView(decision);
    refreshPeople();
    m_sentence->setText(m_view.sentence);
    const bool several = decision.people.size() > 1;
    m_apart->setVisible(several);
    m_disagreements->setVisible(several);
    m_disagreements->refresh(charts::disagreementsText(decision, m_view));
    refreshCommon();
}

void GroupPanel::refreshPeople()
{
    const decision::Decision &decision = session().decision();
    std::vector<WeigherRows::Row> rows;
    for (const decision::PersonView &view : m_view.people) {
        const decision::Person &person = decision.people[view.person];
        WeigherRows::Row row{person.id, person.name, person.influence, tr("undecided"), {}, {}};
        if (view.leader) {
            row.leader = decision.alternatives[*view.leader].name;
            row.leaderSeries = decision.alternatives[*view.leader].series;
            row.scores = scoresText(decision, view.scores);
        }
        rows.push_back(row);
    }
    m_people->setRows(rows);
}

void GroupPanel::refreshCommon()
{
    const decision::Decision &decision = session().decision();
    m_common->setText(m_view.commonLeader
                          ? tr("With the weights in common %1 is first: %2.")
                                .arg(decision.alternatives[*m_view.commonLeader].name,
                                     scoresText(decision, m_view.commonScores))
                          : tr("The weights in common put no alternative first."));
    const auto given = [](double share) { return share > 0; };
    const bool any = std::any_of(m_view.commonShares.begin(), m_view.commonShares.end(), given);
    m_useCommon->setEnabled(any);
}

void GroupPanel::askForPerson()
{
    widgets::askForText(this, tr("Add a Person"), tr("Name"), {}, [this](const QString &name) {
        decision::Decision after = session().decision();
        after.people.push_back(
            {freeId(after.people, QStringLiteral("person")), name, 1, weightsOf(after)});
        session().change(tr("Add %1").arg(name), after);
    });
}

void GroupPanel::editWeights(const QString &id)
{
    const decision::Person *edited = findById(session().decision().people, id);
    if (!edited)
        return;
    QDialog *dialog =
        weighing::editWeights(this, tr("Weights of %1").arg(edited->name),
                              seenWith(session().decision(), edited->weights),
                              [this, id](const decision::Decision &changed) {
                                  change(id, [&changed](decision::Person &person) {
                                      person.weights = weightsOf(changed);
                                      return tr("Change Weights of %1").arg(person.name);
                                  });
                              });
    closeWithout(id, dialog);
}

void GroupPanel::closeWithout(const QString &id, QWidget *shown)
{
    closeWhenGone(shown, [id](const decision::Decision &decision) {
        return findById(decision.people, id) != nullptr;
    });
}

void GroupPanel::useCommonWeights()
{
    session().change(tr("Use Common Weights"),
                     knowledge::withWeights(session().decision(), m_view.commonShares));
}

} // namespace weighbridge::views
