import { TMDB_NOTICE } from '../../dataset/sources/tmdb-terms.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { NodeRef, PersonRef } from '../base/refs.ts';
import { pictureUrl, ProfileSizeEnum } from './pictures.ts';
import { tmdbPersonNodeId } from './tmdb-node-id.ts';
import { TmdbPersonRef } from './tmdb-refs.ts';
import { told } from './told.ts';

const GENDERS = { FEMALE: 1, MALE: 2, NON_BINARY: 3 } as const;

const TmdbGenderEnum = builder.enumType('TmdbGender', {
  description: 'The gender of a person, as TMDB says.',
  values: {
    FEMALE: { value: GENDERS.FEMALE, description: 'Female.' },
    MALE: { value: GENDERS.MALE, description: 'Male.' },
    NON_BINARY: { value: GENDERS.NON_BINARY, description: 'Non-binary.' },
  },
});
const KNOWN_GENDERS = Object.values(GENDERS);

TmdbPersonRef.implement({
  description: `A person as The Movie Database (TMDB) has them. ${TMDB_NOTICE}`,
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({
      description:
        "TMDB's number, such as tmdb:person:287. If TMDB alone has the person, that is the id of the Person, and the record's has /record behind it.",
      resolve: (person, _args, { loaders }) => tmdbPersonNodeId(person, loaders),
    }),
    tmdbId: t.int({ description: "TMDB's number of the person.", resolve: ({ id }) => id }),
    url: t.string({
      description: 'URL of the page at TMDB.',
      resolve: ({ id }) => `https://www.themoviedb.org/person/${id}`,
    }),
    imdbPerson: t.field({
      type: PersonRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description:
        "IMDb's person of the same id, as TMDB gives it. Null if TMDB gives none or it is not in IMDb's files.",
      resolve: ({ personId }, _args, { loaders }) => (personId === null ? null : loaders.people.byId(personId)),
    }),
    name: t.exposeString('name', { nullable: true, description: 'Name. Null if TMDB gives none.' }),
    biography: t.exposeString('biography', {
      nullable: true,
      description: 'Biography in English, in paragraphs. Null if TMDB gives none.',
    }),
    birthday: t.exposeString('birthday', {
      nullable: true,
      description: 'Date of birth, as YYYY-MM-DD. Null if unknown.',
    }),
    deathday: t.exposeString('deathday', {
      nullable: true,
      description: 'Date of death, as YYYY-MM-DD. Null if the person is alive or it is unknown.',
    }),
    placeOfBirth: t.exposeString('placeOfBirth', {
      nullable: true,
      description: 'Place of birth, as TMDB writes it. Null if unknown.',
    }),
    gender: t.field({
      type: TmdbGenderEnum,
      nullable: true,
      description: 'Gender, as TMDB says. Null if TMDB says nothing.',
      resolve: ({ gender }) => KNOWN_GENDERS.find((known) => known === gender) ?? null,
    }),
    alsoKnownAs: t.stringList({
      description: 'Other names, in any script. Often empty.',
      resolve: (person) => person.alsoKnownAs,
    }),
    knownForDepartment: t.exposeString('knownForDepartment', {
      nullable: true,
      description: "Department that the person is known for, in TMDB's word, such as Acting. Null if TMDB gives none.",
    }),
    profileUrl: t.string({
      nullable: true,
      description: "URL of the photo, at TMDB's host of pictures. Null if TMDB has none.",
      args: {
        size: t.arg({
          type: ProfileSizeEnum,
          required: true,
          defaultValue: 'w185',
          description: 'Size of the photo. Default W185.',
        }),
      },
      resolve: ({ profilePath }, { size }, context) => pictureUrl(profilePath, { size, context }),
    }),
    popularity: t.exposeFloat('popularity', {
      nullable: true,
      description:
        "TMDB's measure of popularity on the day it was fetched; greater is more popular. Null if TMDB gives none.",
    }),
    fetchedAt: t.exposeString('fetchedAt', {
      nullable: true,
      description: 'When it was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
  }),
});

builder.objectField(PersonRef, 'tmdb', (t) =>
  t.field({
    type: TmdbPersonRef,
    nullable: true,
    extensions: costs({ weight: 30 }),
    description: `The same person at TMDB, linked by IMDb's id. Of several who have that id, the most popular one. Null if TMDB has none or they were not fetched, and where this server has no data of TMDB's. ${TMDB_NOTICE}`,
    resolve: ({ id }, _args, { loaders, onTmdb }) => {
      const tmdb = loaders.tmdb();
      return tmdb === null ? null : mapAwaitable(tmdb.people.ofPerson(id), (found) => told(found, onTmdb));
    },
  }),
);
