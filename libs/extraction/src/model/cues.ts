import type { EventType, OwnershipKind, RoleStatus } from '../facts.ts';

// A model's fact of a kind must stand beside words of that kind. The lists are generous: they keep out a model that
// answers with any type for any sentence, and leave the decision to it otherwise.
const EVENT_CUES: Readonly<Record<EventType, RegExp>> = {
  financial_results:
    /results|revenue|earnings|income|profit|loss|sales|guidance|quarter|production|half[- ]year|outlook/i,
  dividend: /dividend|distribution|record date/i,
  acquisition: /acqui|purchase|tender offer|takeover|bid for|buy/i,
  divestiture: /sale of|sell|sold|divest|dispos/i,
  merger: /merge|combin|amalgamat|spin|demerger|arrangement/i,
  joint_venture: /joint venture|partner|alliance|licen[cs]|co-?operat|collaborat|memorandum/i,
  contract: /contract|order|award|agreement|supply|charter|select/i,
  management_change: /appoint|elect|resign|retire|step|succe|nominat|promot|name[ds]|join|depart|leave/i,
  shareholder_meeting: /meeting|proxy|agenda|resolution|vote/i,
  share_issuance: /offering|placement|issu|option|warrant|grant|listing|subscri/i,
  share_repurchase: /repurchase|buy-?back|treasury|own shares|cancel/i,
  shareholding_change: /stake|holding|threshold|interest|shares|insider|beneficial/i,
  debt_financing: /notes|bond|loan|credit|facility|debenture|redemption|financ/i,
  rating_action: /rating|outlook|moody|fitch|s&p|standard/i,
  restructuring: /restructur|reorgani|closure|close|lay-?off|redundan|cost/i,
  legal_regulatory: /court|litigation|lawsuit|investigat|approv|authority|regulat|settle|complian|commission/i,
  product_operations: /launch|product|trial|drill|result|facility|technolog|fleet|open|patent|service/i,
  corporate_information:
    /name|ticker|symbol|auditor|address|by-?laws|prospectus|annual report|conference|call|presentation/i,
  other: /./,
};

const STATUS_CUES: Readonly<Record<Exclude<RoleStatus, 'current'>, RegExp>> = {
  appointed: /appoint|elect|named|promot|join|succe|become|assume|takes? (?:up|over)/i,
  resigned: /resign|retire|step(?:s|ped|ping)? down|depart|leav(?:e|es|ing)|left|passed away|died|cease/i,
  nominated: /nominat|propos|candidate|stand(?:s|ing)? for/i,
  former: /former|previous|ex-|until|was (?:the )?|served as/i,
};

const OWNERSHIP_CUES: Readonly<Record<OwnershipKind, RegExp>> = {
  subsidiary: /subsidiar|wholly[- ]owned|a unit of|controll|majority|owned by/i,
  acquisition: /acqui|purchase|tender offer|takeover|offer for|buy/i,
  stake: /stake|interest|hold|sharehold|\d\s?%|per cent|percent/i,
  joint_venture: /joint[- ]venture|jointly|partnership/i,
  divested: /sale of|sell|sold|divest|dispos/i,
};

export const eventCueIn = (type: EventType, quote: string): boolean => EVENT_CUES[type].test(quote);

export const ownershipCueIn = (kind: OwnershipKind, quote: string): boolean => OWNERSHIP_CUES[kind].test(quote);

/** The status that the quote bears out: the model's where the quote has words for it, else `current`. */
export const supportedStatus = (status: RoleStatus, quote: string): RoleStatus =>
  status !== 'current' && STATUS_CUES[status].test(quote) ? status : 'current';
