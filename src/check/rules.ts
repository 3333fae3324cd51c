/** All rules of the check, in the order in which they are documented. */

import type { CheckRule } from "./rule.ts";
import { actionItemCheckbox } from "./rules/action-item-checkbox.ts";
import { actionItemDoneWhen } from "./rules/action-item-done-when.ts";
import { actionItemDue } from "./rules/action-item-due.ts";
import { actionItemKind } from "./rules/action-item-kind.ts";
import { actionItemOwner } from "./rules/action-item-owner.ts";
import { actionItemTwice } from "./rules/action-item-twice.ts";
import { claimAbsentReference } from "./rules/claim-absent-reference.ts";
import { claimAbsentSource } from "./rules/claim-absent-source.ts";
import { claimContradiction } from "./rules/claim-contradiction.ts";
import { claimUnmarked } from "./rules/claim-unmarked.ts";
import { claimUnsourced } from "./rules/claim-unsourced.ts";
import { frontMatterCauses } from "./rules/front-matter-causes.ts";
import { frontMatterDuration } from "./rules/front-matter-duration.ts";
import { frontMatterFileName } from "./rules/front-matter-file-name.ts";
import { frontMatterKeys } from "./rules/front-matter-keys.ts";
import { frontMatterOneFile } from "./rules/front-matter-one-file.ts";
import { frontMatterRecord } from "./rules/front-matter-record.ts";
import { frontMatterRootCause } from "./rules/front-matter-root-cause.ts";
import { frontMatterSchema } from "./rules/front-matter-schema.ts";
import { frontMatterSession } from "./rules/front-matter-session.ts";
import { frontMatterStatus } from "./rules/front-matter-status.ts";
import { frontMatterTimes } from "./rules/front-matter-times.ts";
import { frontMatterTrigger } from "./rules/front-matter-trigger.ts";
import { frontMatterTriggerLanded } from "./rules/front-matter-trigger-landed.ts";
import { languageBlame } from "./rules/language-blame.ts";
import { languageHumanError } from "./rules/language-human-error.ts";
import { languageName } from "./rules/language-name.ts";
import { peopleFinal } from "./rules/people-final.ts";
import { peoplePart } from "./rules/people-part.ts";
import { peopleQuestionAnswered } from "./rules/people-question-answered.ts";
import { peopleQuestionRemoved } from "./rules/people-question-removed.ts";
import { recordAlteredLine } from "./rules/record-altered-line.ts";
import { recordMissingLine } from "./rules/record-missing-line.ts";
import { safetyHiddenText } from "./rules/safety-hidden-text.ts";
import { safetyMisleadingLink } from "./rules/safety-misleading-link.ts";
import { safetyPersonalData } from "./rules/safety-personal-data.ts";
import { safetySecret } from "./rules/safety-secret.ts";
import { structureEmptySection } from "./rules/structure-empty-section.ts";
import { structureMissingSection } from "./rules/structure-missing-section.ts";
import { structurePlaceholder } from "./rules/structure-placeholder.ts";
import { structureSectionOrder } from "./rules/structure-section-order.ts";
import { timelineChangeLanded } from "./rules/timeline-change-landed.ts";
import { timelineClock } from "./rules/timeline-clock.ts";
import { timelineForm } from "./rules/timeline-form.ts";
import { timelineGap } from "./rules/timeline-gap.ts";
import { timelineOrder } from "./rules/timeline-order.ts";
import { timelineSecond } from "./rules/timeline-second.ts";
import { timelineSource } from "./rules/timeline-source.ts";
import { timelineUntimedRow } from "./rules/timeline-untimed-row.ts";

export const RULES: CheckRule[] = [
  frontMatterSchema,
  frontMatterKeys,
  frontMatterRecord,
  frontMatterTimes,
  frontMatterDuration,
  frontMatterStatus,
  frontMatterFileName,
  frontMatterOneFile,
  frontMatterSession,
  frontMatterTrigger,
  frontMatterTriggerLanded,
  frontMatterRootCause,
  frontMatterCauses,
  recordMissingLine,
  recordAlteredLine,
  timelineOrder,
  timelineForm,
  timelineUntimedRow,
  timelineSource,
  timelineChangeLanded,
  timelineClock,
  timelineGap,
  timelineSecond,
  structureMissingSection,
  structureSectionOrder,
  structureEmptySection,
  structurePlaceholder,
  claimUnmarked,
  claimUnsourced,
  claimAbsentSource,
  claimAbsentReference,
  claimContradiction,
  actionItemCheckbox,
  actionItemDoneWhen,
  actionItemDue,
  actionItemKind,
  actionItemOwner,
  actionItemTwice,
  peopleFinal,
  peoplePart,
  peopleQuestionAnswered,
  peopleQuestionRemoved,
  safetyHiddenText,
  safetyMisleadingLink,
  safetyPersonalData,
  safetySecret,
  languageBlame,
  languageHumanError,
  languageName,
];
