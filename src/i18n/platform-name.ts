/** A platform as people write its name: `Discord`. */
export const platformName = (platform: string): string => `${platform.charAt(0).toUpperCase()}${platform.slice(1)}`;
