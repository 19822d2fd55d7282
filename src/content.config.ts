import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { chapterFrontmatter } from './core/content/chapter.ts'

export const collections = {
  chapters: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*.mdx' }),
    schema: chapterFrontmatter,
  }),
}
