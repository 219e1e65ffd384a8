import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../../../../renderer/features/records/searchIndex.ts';
import { wordsToFind, wordsToIndex } from '../../../../../renderer/features/records/searchWords.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import type { StoredRecord } from '../../../../../shared/sync/record.ts';
import { unwritten } from '../../../../support/unwritten.ts';

describe('the words of a text', () => {
  it('are runs of one script, in lower case', () => {
    expect(wordsToFind('G4C 시스템, Über-Portal')).toEqual(['g', '4', 'c', '시스', '스템', 'über', 'portal']);
  });

  it('of Korean are pairs of syllables and the last one, so that any part is the beginning of one', () => {
    expect(wordsToIndex('전자정부')).toEqual(['전자', '자정', '정부', '부']);
    expect(wordsToFind('부')).toEqual(['부']);
  });

  it('are the same however the Hangul is composed', () => {
    expect(wordsToIndex('정부'.normalize('NFD'))).toEqual(wordsToIndex('정부'));
  });
});

describe('the search index', () => {
  const index = () => createSearchIndex(({ values }) => String(values.text));

  it('finds part of a Korean word', () => {
    const search = index();
    search.follow([record('a', '전자정부협력센터'), record('b', '정보화 전략')]);
    expect(found(search, '정부')).toEqual(['a']);
    expect(found(search, '협력센')).toEqual(['a']);
    expect(found(search, '터')).toEqual(['a']);
    expect(found(search, '정')).toEqual(['a', 'b']);
    expect(found(search, '전자전략')).toEqual([]);
  });

  it('finds the beginning of other words, and forgives a mistyped letter in long ones', () => {
    const search = index();
    search.follow([record('a', 'Interoperability of registers'), record('b', 'Budget 2026')]);
    expect(found(search, 'inter reg')).toEqual(['a']);
    expect(found(search, 'interoperabilty')).toEqual(['a']);
    expect(found(search, '2026')).toEqual(['b']);
    expect(found(search, '2025')).toEqual([]);
  });

  it('asks nothing for a query without words', () => {
    expect(index().find(' -!')).toBeNull();
  });

  it('follows what is added, changed and removed', () => {
    const search = index();
    search.follow([record('a', 'first'), record('b', 'second')]);
    search.follow([record('b', 'changed'), record('c', 'first')]);
    expect(found(search, 'first')).toEqual(['c']);
    expect(found(search, 'second')).toEqual([]);
    expect(found(search, 'changed')).toEqual(['b']);
  });
});

const names = new Map(['a', 'b', 'c'].map((name) => [derivedRecordId(name), name]));

function found(search: ReturnType<typeof createSearchIndex>, query: string): readonly string[] {
  return [...(search.find(query) ?? [])].map((id) => names.get(id) ?? '').sort();
}

function record(name: string, text: string): StoredRecord {
  return {
    id: derivedRecordId(name),
    type: 'note',
    centerId: null,
    values: { text },
    ...unwritten,
  };
}
