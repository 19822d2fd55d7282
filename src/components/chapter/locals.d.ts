declare namespace App {
  interface Locals {
    /** What the components in a chapter's text need to know; set by the chapter's page. */
    reading?: {
      question(id: string): import('#core/questions/question.ts').Question
      term(id: string): import('#core/content/glossary.ts').GlossaryTerm
      /** A topic of the law by nation. */
      law(id: string): import('#core/content/law.ts').LawTopic
      clause(uid: string): import('#core/standards/standard.ts').Clause
      /** The words of the loop in chapter 2. */
      cycle: import('#core/content/cycle.ts').Cycle
      /** The note before private questions. */
      careNote: string
      /** Ids of the section headings, in order. */
      sections: string[]
    }
  }
}
