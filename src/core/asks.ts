const ASKS =
  /\?|^(?:(?:and|so|but|ok|hi|hello|please) )*(?:what|how|which|who|whose|whom|when|where|why|does|do|did|is|are|am|can|could|should|would|will|may|must|has|have you|was|were|tell me (?:about|what|how|which|where)|show|list|explain|describe|give|quote|find|read|compare|define|summari[sz]e|say|if|suppose|imagine|let's say)\b/i

/** Whether a message asks or orders something, as far as its form tells, in plain English: "what is trust", "show me K31". */
export const asks = (text: string): boolean => ASKS.test(text)
