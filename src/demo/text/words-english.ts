const list = (text: string): string[] => text.split(' ');

export const ADJECTIVES: readonly string[] = list(
  'Silent Broken Golden Crooked Hidden Last First Long Lost Burning Quiet Distant Empty Frozen Gentle Hollow Hungry Iron Kind Lonely Midnight Narrow Paper Patient Red Restless Rusty Sacred Scarlet Secret Shallow Silver Sleeping Slow Small Sudden Sweet Tender Terrible Thin Unfinished Velvet Wandering Wicked Wild Winter Wooden Yellow Ancient Bitter Blue Borrowed Careless Clever Copper Crimson Dangerous Electric Endless Faithful Fallen False Fearless Final Foolish Forgotten Glass Grey Haunted Heavy Holy Honest Impossible Invisible Jealous Little Living Loud Lucky Magnetic Marble Naked Nervous Northern Obedient Old Ordinary Painted Perfect Plastic Proud Radiant Reluctant Savage Second Seven Southern Stolen Stubborn Tangled Third Twisted Unlikely Vanishing Violet Weary Whispering Wounded Younger',
);

export const NOUNS: readonly string[] = list(
  'Lighthouse Night Sea Winter House River Garden City Road Mirror Moon Forest King Widow Letter Train Silence Storm Island Shadow Child Star Promise Door Affair Afternoon Alibi Anchor Angel Apprentice Archive Army Arrow Atlas Attic Autumn Balloon Bandit Bargain Bell Birthday Blade Boat Bone Bridge Brother Butcher Cage Candle Canyon Captain Carnival Carousel Castle Cathedral Cellar Champion Chandelier Choir Circus Clock Cloud Coast Colony Comet Compass Confession Conspiracy Corridor Cottage Country Courier Crown Curtain Custodian Dance Daughter Dawn Debt Desert Detective Devil Diary Dinner Divorce Doctor Dollar Dream Driver Dust Echo Eclipse Election Elephant Empire Engine Envelope Equation Exile Experiment Face Factory Falcon Family Farewell Father Feather Ferry Fever Fiddle Field Fire Flag Flood Flower Fortune Fountain Fox Friend Frontier Funeral Gambler Gate General Ghost Giant Gift Girl Glacier Grave Guest Guitar Gypsum Hammer Harbor Harvest Heart Heir Hill Holiday Honeymoon Horizon Horse Hospital Hotel Hour Hunter Illusion Inheritance Inspector Invention Jacket Jewel Journey Judge Jungle Jury Kingdom Kiss Kitchen Knife Ladder Lady Lake Lantern Lawyer Legend Library Lie Lion Locket Locksmith Love Machine Magician Map Marriage Mask Meadow Melody Memory Merchant Messenger Milk Mine Miracle Mistake Monument Morning Mother Mountain Museum Mystery Neighbor Nephew News Nightingale Notebook Nurse Oath Ocean Office Opera Orchard Orchestra Orphan Outlaw Oyster Palace Parade Passenger Password Photograph Physician Piano Picture Pilgrim Pilot Pirate Planet Poem Poet Poison Port Postman Prairie Princess Prisoner Prophet Puzzle Queen Question Quarry Rain Raven Rebellion Recipe Regiment Rehearsal Reunion Revenge Riddle Rival Robot Room Rose Sailor Salesman Saint Scandal School Season Secret Sentence Sermon Servant Shepherd Ship Shore Signal Sister Sky Sleeper Smuggler Snow Soldier Son Song Sorrow Spider Spring Spy Stairs Station Stranger Street Summer Sun Surgeon Swimmer Sword Symphony Tailor Teacher Telegram Temple Theatre Thief Thorn Thunder Ticket Tide Tiger Tower Traitor Treasure Tree Trial Tunnel Umbrella Uncle Valley Vault Verdict Village Violin Visitor Voice Voyage Wall Waltz War Watchman Wave Wedding Whale Wheel Whisper Wind Window Wine Wolf Woman Wonder World Writer Year Zoo',
);

export const VERBS: readonly string[] = list(
  'Chasing Finding Losing Leaving Burning Crossing Counting Dancing Waiting Running Remembering Forgetting Building Breaking Killing Loving Stealing Saving Selling Painting Reading Feeding Hunting Meeting Missing Marrying Raising Riding Sailing Shooting Sleeping Surviving Teaching Trusting Unmaking Waking Walking Watching Wearing Writing',
);

export const SUBTITLES: readonly string[] = [
  'The Beginning',
  'The Reckoning',
  'A Love Story',
  'The Untold Story',
  'Part One',
  'The Last Chapter',
  'Homecoming',
  'Behind the Scenes',
  'The Making of a Legend',
  'No Way Back',
  'Reloaded',
  'After Dark',
  'The Director Speaks',
  'A True Story',
  'Live in Concert',
  'One Night Only',
  'Endgame of Fools',
  'The Musical',
  'Christmas Special',
  'Origins',
];

export const ROLES: readonly string[] = list(
  'Doctor Waiter Nurse Policeman Journalist Teacher Bartender Narrator Mother Father Neighbor Judge Reporter Soldier Guard Driver Priest Student Mechanic Clerk Lawyer Secretary Detective Landlady Fisherman Mayor Captain Pianist',
);

export const PROFESSIONS: readonly string[] = list(
  'miscellaneous camera_department sound_department art_department visual_effects make_up_department editorial_department music_department production_manager assistant_director costume_department stunts animation_department script_department location_management transportation_department soundtrack talent_agent set_decorator special_effects executive electrical_department costume_designer art_director publicist',
);
