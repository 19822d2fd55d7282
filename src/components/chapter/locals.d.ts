declare namespace App {
  interface Locals {
    /** What the components in a chapter's text need to know; set by the chapter's page. */
    reading?: {
      question(id: string): import('#core/questions/question.ts').Question
      term(id: string): import('#core/content/glossary.ts').GlossaryTerm
      /** A topic of the law by nation. */
      law(id: string): import('#core/content/law.ts').LawTopic
      /** The note before private questions. */
      careNote: string
      /** Ids of the section headings, in order. */
      sections: string[]
    }
  }
}
