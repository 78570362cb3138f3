from django.test import TestCase

class RoleTests(TestCase):
    def test_viewer_cannot_delete(self):
        self.client.login(username="viewer", password="x")
        response = self.client.delete("/api/projects/1/")
        self.assertIn(response.status_code, (200, 204, 403))
        self.assertEqual(Project.objects.count(), 1)
