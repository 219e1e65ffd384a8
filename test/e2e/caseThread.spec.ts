import { expect, test } from './support/app.ts';
import { field, logConsultation, openRecord, saveButton, savedToast } from './support/logging.ts';
import { beginWork, expertInKorean, goTo } from './support/person.ts';

test('자문 사례가 첫 방문부터 반영까지 이어진다', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await logConsultation(
    page,
    {
      date: '2026-02-03',
      expert: '서하늘',
      client: { name: '예시부', type: '중앙부처', country: '불가리아' },
      topic: '주민등록 연계',
      field: '전략·기본계획',
      question: '무엇부터 시작해야 합니까?',
      advice: '법령을 먼저 정비하도록 권고했습니다.',
      nextAction: '법령 초안 송부',
      due: '2026-02-20',
    },
    'ko',
  );
  const first = page.getByRole('region', { name: '주민등록 연계', exact: true });
  await first.getByRole('tab', { name: '자문 사례' }).click();
  await expect(first.getByText('진행 중인 사례')).toBeVisible();
  await first.getByRole('button', { name: '조치 완료: 법령 초안 송부' }).click();
  await expect(first.getByText(/^법령 초안 송부 \(.+ 완료\)$/)).toBeVisible();

  // 다음 자문은 같은 기관, 주제, 전문가로 시작한다.
  await first.getByRole('link', { name: '다음 자문 기록' }).click();
  await expect(field(page, '주제')).toHaveValue('주민등록 연계');
  await expect(page.locator('[data-field="followsUp"]')).toContainText('주민등록 연계');
  await field(page, '날짜').fill('2026-03-10');
  await field(page, '주제').fill('주민등록 연계 법령 검토');
  await field(page, '요청 사항').fill('초안이 충분합니까?');
  await field(page, '자문 내용').fill('두 조항을 보완하도록 권고했습니다.');
  await saveButton(page, 'ko').click();
  await expect(savedToast(page, 'ko')).toBeVisible();

  const second = page.getByRole('region', { name: '주민등록 연계 법령 검토', exact: true });
  await second.getByRole('tab', { name: '자문 사례' }).click();
  const visits = second.getByRole('list', { name: '자문 경과' }).getByRole('listitem');
  await expect(visits).toHaveCount(2);
  await expect(visits.nth(0)).toContainText('법령을 먼저 정비하도록 권고했습니다.');
  await expect(visits.nth(1)).toContainText('현재 기록');

  // 이전 컨설팅이 자신에게서 이어질 수는 없다.
  await visits.nth(0).getByRole('link', { name: '주민등록 연계' }).click();
  await first.getByRole('combobox', { name: /^이전 컨설팅/ }).fill('법령 검토');
  await page
    .getByRole('option', { name: /주민등록 연계 법령 검토/ })
    .filter({ visible: true })
    .first()
    .click();
  await saveButton(page, 'ko').click();
  await expect(page.getByText(/사례의 시작을 알 수 없습니다/).first()).toBeVisible();
  await page.getByRole('button', { name: '변경 취소' }).first().click();

  // 반영 완료는 증빙과 함께 기록한다.
  await openRecord(page, '컨설팅', '주민등록 연계 법령 검토');
  await second.getByRole('tab', { name: '자문 사례' }).click();
  await second.getByRole('button', { name: '반영 완료 기록' }).click();
  const dialog = page.getByRole('dialog', { name: '자문 반영 완료' });
  await dialog.getByRole('button', { name: '반영 완료 기록' }).click();
  await expect(dialog.getByRole('alert')).toContainText('증빙을 적거나');
  await dialog.getByRole('textbox').fill('시행령 제12호, 문서함 3');
  await dialog.getByRole('button', { name: '반영 완료 기록' }).click();
  await expect(second.getByText('종결된 사례')).toBeVisible();
  await expect(visits.nth(1)).toContainText('반영 완료 · 시행령 제12호, 문서함 3');

  // 목록에서는 진행 중인 사례만 볼 수 있고, 실적은 기록마다 한 건이다.
  await goTo(page, '컨설팅');
  await page.getByRole('button', { name: '진행 중인 사례' }).click();
  await expect(page.getByText('조건에 맞는 기록이 없습니다')).toBeVisible();
  await page.getByRole('button', { name: '실행 취소' }).last().click();
  await expect(page.getByRole('row').filter({ hasText: '주민등록 연계' })).toHaveCount(2);
  await goTo(page, '연혁·실적');
  await expect(page.getByRole('button', { name: "한-불가리아('10), 컨설팅: 7" })).toBeVisible();
});
