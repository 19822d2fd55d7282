/** The title of a page as browsers show it. */
export const pageTitle = (title: string): string => (title === 'Standpoint' ? title : `${title} · Standpoint`)
